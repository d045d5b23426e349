import type { EnumModel, SchemaModel } from "../../model/client-model.ts";
import type { JsonObject } from "../../spec/json.ts";
import { literal } from "../../text/literal.ts";
import { docLines } from "./doc-lines.ts";

/** The type alias of a component schema. */
export function schemaContext(schema: SchemaModel): JsonObject {
  const doc = docLines([schema.description]);
  if (schema.deprecated) doc.push({ text: " @deprecated" });
  return { name: schema.name, key: literal(schema.key), doc: doc.length > 0 && doc };
}

/** The list of known values of an enum, and its type. */
export function enumContext(model: EnumModel): JsonObject {
  const types = new Set(model.values.map((value) => typeof value));
  const rest = [types.has("string") && "(string & {})", types.has("number") && "(number & {})"].filter(Boolean);
  return {
    name: model.name,
    typeName: model.typeName || false,
    place: docLines([
      `Known values of ${model.place}.${model.open ? " Later versions of the API may answer others." : ""}`,
    ]),
    values: model.values.map((value) => literal(value)).join(", "),
    openPart: model.open && rest.length > 0 ? ` | ${rest.join(" | ")}` : "",
  };
}
