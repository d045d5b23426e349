import { isObject, type JsonObject } from "../../spec/json.ts";

/** The operations of the document for the type emitter, by the name of their function. */
export function preparedOperations(types: JsonObject): Map<string, { path: string; method: string; node: JsonObject }> {
  const found = new Map<string, { path: string; method: string; node: JsonObject }>();
  for (const [path, item] of Object.entries(isObject(types.paths) ? types.paths : {})) {
    for (const [method, node] of Object.entries(isObject(item) ? item : {})) {
      if (isObject(node) && typeof node.operationId === "string") found.set(node.operationId, { path, method, node });
    }
  }
  return found;
}
