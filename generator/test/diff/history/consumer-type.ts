import type { Part } from "../../../src/diff/wire/schema/schema-view.ts";
import { viewSchema } from "../../../src/diff/wire/schema/view-schema.ts";
import type { JsonObject } from "../../../src/spec/json.ts";

const SCALARS: Readonly<Record<string, string>> = {
  string: "string",
  integer: "number",
  number: "number",
  boolean: "boolean",
};

/**
 * The type by which a consumer reads a scalar, from the words of the spec alone; undefined for anything that is no scalar.
 * Values of enums are read as their type: later versions of the API may answer others.
 */
export function consumerType(document: JsonObject, parts: readonly Part[], closed: boolean): string | undefined {
  const view = viewSchema(document, parts);
  const { types, values } = view;
  if (view.variants.length > 0 || !types || types.length === 0 || view.format === "binary") return undefined;
  const names = types.map((type) => SCALARS[type]);
  if (names.includes(undefined)) return undefined;
  const text = closed && values && values.length > 0 ? values.join(" | ") : [...new Set(names)].join(" | ");
  return view.nullable ? `${text} | null` : text;
}
