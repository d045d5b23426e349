import { JsonPatch } from "./json-patch.ts";

/**
 * Starts a JSON Patch whose paths and values fit a schema.
 * @example
 * patch<TaskStatus>().replace("/completionStatus", "ERROR").replace("/completed", new Date());
 */
export function patch<Target>(): JsonPatch<Target> {
  return new JsonPatch<Target>();
}
