import { isObject, type Json, type JsonObject } from "../spec/json.ts";

/** A skeleton as the tool reads it, and the way back. */
export interface NumberedSkeleton {
  /** The document with the tool's own names: tags and operationIds replaced. */
  readonly document: JsonObject;
  /** For each tag that has operations, in the order of the document: the tool's name, and the one given. */
  readonly tags: ReadonlyMap<string, string>;
}

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

/**
 * Replaces tags and operationIds by ids of equal length in ascending order. The tool bends names (`GetCap` → `getCap`,
 * `delete` → `_delete`, tag `a-1` → file `a1-api`), drops what is not ASCII, and sorts by the result; ids pass it
 * unharmed and keep the document's order.
 *
 * @param skeleton not changed; every operation has at least one tag
 * @throws Error naming the operation that has no tag
 */
export function numberSkeleton(skeleton: JsonObject): NumberedSkeleton {
  const given = Object.entries(isObject(skeleton.paths) ? skeleton.paths : {});
  const ids = numberTags(skeleton.tags, given);
  let operations = 0;
  const paths = given.map(([path, item]): [string, Json | undefined] => [
    path,
    mapOperations(item, (operation) => ({
      ...operation,
      operationId: letters("o", operations++),
      tags: tagsOf(operation).map((tag) => ids.get(tag) ?? tag),
    })),
  ]);
  return {
    document: {
      ...skeleton,
      // The tool has no extensions at all where there is none, and templates are then rendered in no scope.
      "x-sailkit-root": true,
      tags: declaredTags(skeleton.tags).map((tag) => ({ ...tag, name: ids.get(String(tag.name)) ?? "unused" })),
      paths: Object.fromEntries(paths),
    },
    tags: new Map([...ids].map(([tag, id]) => [id, tag])),
  };
}

/** Declared tags come first, in their order; then the others, by first use. A tag without operations gets no id. */
function numberTags(declared: Json | undefined, paths: readonly [string, Json | undefined][]): Map<string, string> {
  const used = new Set<string>();
  for (const [path, item] of paths) {
    mapOperations(item, (operation, method) => {
      const tags = tagsOf(operation);
      if (tags.length === 0) throw new Error(`${method} ${path} has no tag, so that no file can be named for it.`);
      for (const tag of tags) used.add(tag);
      return operation;
    });
  }
  const first = declaredTags(declared)
    .map((tag) => String(tag.name))
    .filter((name) => used.has(name));
  return new Map([...new Set([...first, ...used])].map((tag, index) => [tag, letters("m", index)]));
}

function mapOperations(
  item: Json | undefined,
  change: (operation: JsonObject, method: string) => JsonObject,
): Json | undefined {
  if (!isObject(item)) return item;
  const changed = Object.entries(item).map(([key, value]): [string, Json | undefined] => [
    key,
    METHODS.has(key) && isObject(value) ? change(value, key.toUpperCase()) : value,
  ]);
  return Object.fromEntries(changed);
}

function tagsOf(operation: JsonObject): string[] {
  return Array.isArray(operation.tags) ? operation.tags.filter((tag) => typeof tag === "string") : [];
}

function declaredTags(tags: Json | undefined): JsonObject[] {
  return Array.isArray(tags) ? tags.filter(isObject) : [];
}

/**
 * `letters("m", 27)` → `maaabb`: letters only, since the tool splits words at digits and dashes. Room for 11 million.
 */
function letters(prefix: string, index: number): string {
  let text = "";
  let rest = index;
  for (let place = 0; place < 5; place++) {
    text = String.fromCharCode(97 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  }
  return prefix + text;
}
