import type { JsonObject } from "../../../spec/json.ts";
import { componentSchemas } from "../../../spec/transforms/schemas/schema-usage.ts";
import { differingSchemas } from "../../differing-schemas.ts";
import { sameValue } from "../../same-value.ts";

/** Keys of the component schemas that differ between two documents, themselves or through what they contain. */
export function changedComponents(oldDocument: JsonObject, newDocument: JsonObject): Set<string> {
  return differingSchemas(componentSchemas(oldDocument), componentSchemas(newDocument), sameValue);
}
