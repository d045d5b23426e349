import type { JsonPatchOperation } from "@sailkit/beta-client";
import { UsageError } from "../errors/usage-error.ts";
import { checkPointer } from "./check-pointer.ts";
import { toJsonValue } from "./to-json-value.ts";

/** A JSON Patch: its operations, or what holds them. */
export type Changes = readonly JsonPatchOperation[] | { readonly operations: readonly JsonPatchOperation[] };

/**
 * The operations as JSON data, checked.
 * @throws {UsageError} naming the operation by its place, for pointers that are none and values JSON cannot say
 */
export function checkOperations(changes: Changes): JsonPatchOperation[] {
  const { operations = changes } = Object(changes) as { operations?: unknown };
  if (!Array.isArray(operations) || operations.length === 0) {
    throw new UsageError("A JSON Patch needs at least one operation: without any, send nothing");
  }
  return operations.map(checkOperation);
}

function checkOperation({ op, path, from, value }: JsonPatchOperation, at: number): JsonPatchOperation {
  const step = { op, path: checkPointer(path) };
  if (op === "remove") return step;
  if (op === "move" || op === "copy") return { ...step, from: checkPointer(from ?? "") };
  if (op === "add" || op === "replace" || op === "test") return { ...step, value: toJsonValue(value, path) };
  throw new UsageError(
    `Operation ${at} of the JSON Patch is "${op}", which RFC 6902 does not know: use add, remove, replace, move, copy or test`,
  );
}
