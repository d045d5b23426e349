import type { EnumModel } from "../../../model/client-model.ts";
import { isObject, type Json, type JsonObject } from "../../../spec/json.ts";
import { literal } from "../../../text/literal.ts";
import { codeSpan } from "../../../text/markdown/code-span.ts";

/** Examples and defaults longer than this are cut: the page of a model shows them in full. */
const LONGEST = 120;

/**
 * What a schema says of its values beside their type, as pieces of Markdown for a table cell: known values, default,
 * format, limits, who may write it.
 * @param named the exports of its enum
 */
export function schemaNotes(schema: JsonObject, named?: EnumModel): string[] {
  const items = isObject(schema.items) ? schema.items : {};
  const values = Array.isArray(schema.enum) ? schema.enum : Array.isArray(items.enum) ? items.enum : [];
  const known = values.filter((value) => value !== null).map(code);
  return [
    schema.default === undefined ? "" : `Default: ${code(schema.default)}`,
    known.length > 0 ? `Values: ${known.join(", ")}` : "",
    named ? `Exported as ${enumNames(named)}` : "",
    typeof schema.format === "string" && schema.format !== ""
      ? `Format: ${codeSpan(schema.format, { cell: true })}`
      : "",
    range("", schema.minimum ?? schema.exclusiveMinimum, schema.maximum ?? schema.exclusiveMaximum),
    range(" characters", schema.minLength, schema.maxLength),
    range(" items", schema.minItems, schema.maxItems),
    typeof schema.pattern === "string" ? `Pattern: ${codeSpan(schema.pattern, { cell: true })}` : "",
    schema.uniqueItems === true ? "No item twice" : "",
    schema.readOnly === true ? "Read-only" : "",
    schema.writeOnly === true ? "Write-only" : "",
  ].filter((note) => note !== "");
}

function enumNames({ name, typeName, open }: EnumModel): string {
  const exports = [name, typeName].filter((one) => one !== "").map((one) => codeSpan(one, { cell: true }));
  return exports.join(" and ") + (open ? "; other values may be answered" : "");
}

/** A value of the spec as inline code for a table cell, cut where it is long. */
export function code(value: Json): string {
  const text = typeof value === "string" && value.trim() !== "" ? value : literal(value);
  return codeSpan(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text, { cell: true });
}

function range(unit: string, least: Json | undefined, most: Json | undefined): string {
  const isLeast = typeof least === "number";
  const isMost = typeof most === "number";
  if (isLeast && isMost) return `${least} to ${most}${unit}`;
  if (isMost) return `At most ${most}${unit}`;
  return isLeast ? `At least ${least}${unit}` : "";
}
