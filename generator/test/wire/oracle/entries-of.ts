import type { Json, JsonObject } from "../../../src/spec/json.ts";

/** The members of an object of the spec. */
export function entriesOf(object: JsonObject): [string, Json][] {
  return Object.entries(object).filter((entry): entry is [string, Json] => entry[1] !== undefined);
}
