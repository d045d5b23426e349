import { PatchError } from "./patch-error.ts";
import type { PatchOperation } from "./patch-operation.ts";

/**
 * Applies a JSON Patch (RFC 6902) to a JSON document and returns the new one; the given one stays as it is. Either all
 * operations are applied or none.
 *
 * @throws {PatchError} for a place that does not exist, a `test` that fails, and a move into itself.
 */
export function applyPatch(document: unknown, operations: readonly PatchOperation[]): unknown {
  // Beneath a root of its own, the whole document is a place like any other.
  const root = { document: structuredClone(document) };
  for (const operation of operations) applyOperation(root, operation);
  return root.document;
}

type Container = unknown[] | Record<string, unknown>;

function applyOperation(root: { document: unknown }, operation: PatchOperation): void {
  const path = ["document", ...operation.path];
  switch (operation.op) {
    case "add":
      add(root, path, structuredClone(operation.value));
      break;
    case "remove":
      remove(root, path);
      break;
    case "replace":
      replace(root, path, structuredClone(operation.value));
      break;
    case "copy":
      add(root, path, structuredClone(read(root, ["document", ...operation.from])));
      break;
    case "move": {
      const from = ["document", ...operation.from];
      if (from.length < path.length && from.every((token, index) => token === path[index])) {
        throw new PatchError(`${show(from)} cannot be moved into itself`);
      }
      add(root, path, remove(root, from));
      break;
    }
    case "test":
      if (!isEqual(read(root, path), operation.value)) throw new PatchError(`The test of ${show(path)} fails`);
  }
}

function read(root: Container, path: readonly string[]): unknown {
  let value: unknown = root;
  for (const [depth, token] of path.entries()) {
    if (!isContainer(value)) throw missing(path.slice(0, depth + 1));
    if (Array.isArray(value)) value = value[toIndex(token, value.length - 1, path)];
    else if (Object.hasOwn(value, token)) value = value[token];
    else throw missing(path.slice(0, depth + 1));
  }
  return value;
}

function parentOf(root: Container, path: readonly string[]): [parent: Container, token: string] {
  const parent = read(root, path.slice(0, -1));
  if (!isContainer(parent)) throw missing(path);
  return [parent, path.at(-1) as string];
}

function add(root: Container, path: readonly string[], value: unknown): void {
  const [parent, token] = parentOf(root, path);
  if (Array.isArray(parent)) {
    parent.splice(token === "-" ? parent.length : toIndex(token, parent.length, path), 0, value);
  } else {
    // Assigning to `__proto__` would change the prototype instead of adding a member.
    Object.defineProperty(parent, token, { value, writable: true, enumerable: true, configurable: true });
  }
}

function replace(root: Container, path: readonly string[], value: unknown): void {
  read(root, path);
  const [parent, token] = parentOf(root, path);
  if (Array.isArray(parent)) parent[Number(token)] = value;
  else Object.defineProperty(parent, token, { value, writable: true, enumerable: true, configurable: true });
}

function remove(root: Container, path: readonly string[]): unknown {
  const value = read(root, path);
  const [parent, token] = parentOf(root, path);
  if (Array.isArray(parent)) parent.splice(toIndex(token, parent.length - 1, path), 1);
  else delete parent[token];
  return value;
}

function toIndex(token: string, last: number, path: readonly string[]): number {
  const index = /^(0|[1-9]\d*)$/.test(token) ? Number(token) : Number.NaN;
  if (!(index <= last)) throw missing(path);
  return index;
}

function isContainer(value: unknown): value is Container {
  return typeof value === "object" && value !== null;
}

function isEqual(a: unknown, b: unknown): boolean {
  if (!isContainer(a) || !isContainer(b)) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [x, y] = [Object.entries(a), new Map(Object.entries(b))];
  return x.length === y.size && x.every(([key, value]) => y.has(key) && isEqual(value, y.get(key)));
}

function missing(path: readonly string[]): PatchError {
  return new PatchError(`There is nothing at ${show(path)}`);
}

function show(path: readonly string[]): string {
  const tokens = path.slice(1).map((token) => `/${token.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  return tokens.length === 0 ? "the root" : tokens.join("");
}
