import type { Json } from "../spec/json.ts";
import { schemaKey } from "../spec/transforms/schemas/schema-usage.ts";

/**
 * Keys of the component schemas that a value may refer to. Data is searched as well: one key too many costs a comparison,
 * one too few hides a change behind a property named `default`.
 */
export function referencesIn(value: Json | undefined): Set<string> {
  const keys = new Set<string>();
  const queue: (Json | undefined)[] = [value];
  while (queue.length > 0) {
    const node = queue.pop();
    if (typeof node !== "object" || node === null) continue;
    if (Array.isArray(node)) {
      for (const item of node) queue.push(item);
      continue;
    }
    const key = schemaKey(node.$ref);
    if (key !== undefined) keys.add(key);
    for (const name of Object.keys(node)) if (typeof node[name] === "object") queue.push(node[name]);
  }
  return keys;
}
