import type { Json, JsonObject } from "../spec/json.ts";
import { withUsers } from "../spec/transforms/schemas/with-users.ts";
import { referencesIn } from "./references-in.ts";

/**
 * Keys of the schemas that differ between two versions, themselves or through what they contain.
 * @param isSame whether a schema is the same in both; a missing one is undefined
 * @param always keys that count as different in any case
 */
export function differingSchemas(
  before: JsonObject,
  after: JsonObject,
  isSame: (old: Json | undefined, next: Json | undefined) => boolean,
  always: readonly string[] = [],
): Set<string> {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const differing = keys.filter((key) => !isSame(before[key], after[key]));
  return withUsers(
    [...always, ...differing],
    keys.map((key) => [key, [...referencesIn(before[key]), ...referencesIn(after[key])]]),
  );
}
