import { parsePointer } from "./parse-pointer.ts";
import { PatchError } from "./patch-error.ts";
import type { PatchOperation } from "./patch-operation.ts";

/**
 * Checks a parsed JSON document to be a JSON Patch (RFC 6902): an array of operations with all the members they need.
 * Members that the standard does not know are ignored, as it wants it; `from` has to be text wherever it stands.
 *
 * @throws {PatchError} that names the operation by its index.
 */
export function parsePatch(document: unknown): PatchOperation[] {
  if (!Array.isArray(document)) throw new PatchError("A JSON Patch is an array of operations");
  return document.map((entry: unknown, index) => {
    try {
      return parseOperation(entry);
    } catch (error) {
      throw error instanceof PatchError ? new PatchError(`Operation ${index}: ${error.message}`) : error;
    }
  });
}

function parseOperation(entry: unknown): PatchOperation {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) throw new PatchError("This is no object");
  const members: Readonly<Record<string, unknown>> = { ...entry };
  const path = parsePointer(textOf(members, "path"));
  const op = textOf(members, "op");
  if ("from" in members) textOf(members, "from");
  switch (op) {
    case "add":
    case "replace":
    case "test":
      if (!("value" in members)) throw new PatchError(`${op} needs a value`);
      return { op, path, value: members.value };
    case "remove":
      return { op, path };
    case "move":
    case "copy":
      return { op, path, from: parsePointer(textOf(members, "from")) };
    default:
      throw new PatchError(`"${op}" is not one of add, remove, replace, move, copy, test`);
  }
}

function textOf(members: Readonly<Record<string, unknown>>, name: "op" | "path" | "from"): string {
  const value = members[name];
  if (typeof value !== "string") throw new PatchError(`${name} must be a string`);
  return value;
}
