import type { FilterField } from "../../../model/client-model.ts";
import type { Finding } from "../../finding.ts";
import { isObject, type Json, type JsonObject } from "../../json.ts";
import { checkFilterExample } from "./check-filter-example.ts";
import type { ItemProperty } from "./item-property.ts";
import { OPERATORS } from "./operators.ts";
import { proseFinding } from "./prose-finding.ts";

/** `**created**: *gt, lt*`, with or without a bullet; the colon may be missing where the operators are set off. */
const FIELD_LINE = /^\s*(?:[-*]\s+)?\*\*([\w.\-\\[\]]+)\*\*(?:\s*:\s*(.+?)|\s+(\*[^*]+\*))\s*$/;

/**
 * Filter fields of a `filters` parameter: from `x-sailkit-filters`, else parsed from the lines of its description. Undefined
 * where the parameter states none.
 */
export function filterFields(
  parameter: JsonObject,
  property: ItemProperty,
  pointer: string,
  findings: Finding[],
): FilterField[] | undefined {
  const stated = parameter["x-sailkit-filters"];
  if (isObject(stated)) {
    return Object.entries(stated).map(([name, field]) => statedField(name, isObject(field) ? field : {}));
  }
  const description = typeof parameter.description === "string" ? parameter.description : "";
  if (!/filter/i.test(description)) return undefined;
  const fields = new Map<string, FilterField>();
  for (const line of description.split(/\r?\n|<br\s*\/?>/)) {
    const field = proseField(line, property, pointer, findings);
    if (!field) continue;
    const before = fields.get(field.name);
    if (before && before.operators.join() !== field.operators.join()) {
      findings.push(proseFinding(pointer, `The filter field "${field.name}" is listed twice, with other operators.`));
    }
    fields.set(field.name, field);
  }
  if (fields.size === 0) {
    if (/following fields/i.test(description)) {
      const message = "The description speaks of filter fields, but no line of it reads as **field**: *operators*.";
      findings.push(proseFinding(pointer, message));
    }
    return undefined;
  }
  checkFilterExample(parameter, fields, property, pointer, findings);
  return [...fields.values()];
}

function proseField(
  line: string,
  property: ItemProperty,
  pointer: string,
  findings: Finding[],
): FilterField | undefined {
  // Blanks without end would take an expression of this kind minutes.
  const match = FIELD_LINE.exec(line.replace(/\s+/g, " "));
  const listed = match?.[2] ?? match?.[3];
  if (!match?.[1] || !listed) return undefined;
  const name = match[1].replaceAll("\\", "");
  const words = listed
    .replace(/[*_`.]/g, " ")
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== "" && word !== "and");
  const strange = words.filter((word) => !OPERATORS.includes(word));
  if (strange.length > 0) {
    const what = strange.slice(0, 3).join(" ");
    findings.push(proseFinding(pointer, `The filter field "${name}" lists "${what}", which is no operator.`));
  }
  const operators = OPERATORS.filter((operator) => words.includes(operator));
  return operators.length > 0 ? { name, operators, type: valueType(property(name)), enum: [] } : undefined;
}

/** How values of a field are written: those of flags and numbers without quotes. */
function valueType(schema: JsonObject | undefined): string {
  const [type] = [schema?.type].flat().filter((one) => one !== "null");
  return type === "boolean" || type === "integer" || type === "number" ? type : "string";
}

function statedField(name: string, field: JsonObject): FilterField {
  const strings = (value: Json | undefined) => (Array.isArray(value) ? value.map(String) : []);
  return {
    name,
    operators: strings(field.operators),
    type: typeof field.type === "string" ? field.type : "string",
    enum: strings(field.enum),
  };
}
