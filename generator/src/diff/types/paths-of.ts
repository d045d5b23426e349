import { isObject, type JsonObject } from "../../spec/json.ts";

/** The `paths` of a document for the type emitter, with the operations of some functions alone. */
export function pathsOf({ paths }: JsonObject, names: ReadonlySet<string>): JsonObject {
  const found: JsonObject = {};
  for (const [path, item] of Object.entries(isObject(paths) ? paths : {})) {
    const kept = Object.entries(isObject(item) ? item : {}).filter(
      ([, node]) => isObject(node) && names.has(String(node.operationId)),
    );
    if (kept.length > 0) found[path] = Object.fromEntries(kept);
  }
  return found;
}
