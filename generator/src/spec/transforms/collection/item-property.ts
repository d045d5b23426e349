import type { ResponseModel } from "../../../model/client-model.ts";
import { isObject, type Json, type JsonObject } from "../../json.ts";
import { resolveObject } from "../resolve-ref.ts";
import { findProperty } from "../schemas/find-property.ts";
import { componentSchemas } from "../schemas/schema-usage.ts";

/** Finds the schema of a property of the items that an operation lists: `name`, `owner.id`; undefined where it has none. */
export type ItemProperty = (path: string) => JsonObject | undefined;

/** Looks into the first 2xx JSON answer that is an array. */
export function itemProperty(document: JsonObject, responses: readonly ResponseModel[]): ItemProperty {
  const schemas = componentSchemas(document);
  const lookUp = (key: string) => {
    const schema = Object.hasOwn(schemas, key) ? schemas[key] : undefined;
    return isObject(schema) ? schema : undefined;
  };
  const items = responses
    .filter(({ status }) => status.startsWith("2"))
    .flatMap(({ media }) => media)
    .map(({ schema }) => resolveObject(document, schema)?.items)
    .find((found) => found !== undefined);
  return (path) => {
    let schema: Json | undefined = items;
    for (const name of path.split(".")) {
      const found = findProperty(schema, name, { lookUp });
      schema = found && resolveObject(document, found.schema);
      if (isObject(schema?.items)) schema = resolveObject(document, schema.items);
    }
    return isObject(schema) ? schema : undefined;
  };
}
