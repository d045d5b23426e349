import { isObject, type Json, type JsonObject } from "../../../spec/json.ts";
import { resolveObject } from "../../../spec/transforms/resolve-ref.ts";

/** The example that a media type, parameter or header states: `example`, else the first of `examples` that has a value. */
export function statedExample(document: JsonObject, place: JsonObject): Json | undefined {
  if (place.example !== undefined) return place.example;
  if (!isObject(place.examples)) return undefined;
  for (const value of Object.values(place.examples)) {
    const example = resolveObject(document, value);
    if (example?.value !== undefined) return example.value;
  }
  return undefined;
}
