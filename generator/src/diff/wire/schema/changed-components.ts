import type { JsonObject } from "../../../spec/json.ts";
import { componentSchemas } from "../../../spec/transforms/schemas/schema-usage.ts";
import { referencesIn } from "../../references-in.ts";
import { sameValue } from "../../same-value.ts";

/** Keys of the component schemas that differ between two documents, themselves or through what they contain. */
export function changedComponents(oldDocument: JsonObject, newDocument: JsonObject): Set<string> {
  const before = componentSchemas(oldDocument);
  const after = componentSchemas(newDocument);
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = new Set<string>();
  const users = new Map<string, string[]>();
  for (const key of keys) {
    if (!sameValue(before[key], after[key])) changed.add(key);
    const used = new Set([...referencesIn(before[key]), ...referencesIn(after[key])]);
    for (const one of used) users.set(one, [...(users.get(one) ?? []), key]);
  }
  const queue = [...changed];
  while (queue.length > 0) {
    for (const user of users.get(queue.pop() as string) ?? []) {
      if (changed.has(user)) continue;
      changed.add(user);
      queue.push(user);
    }
  }
  return changed;
}
