import type { FilterField } from "../../model/client-model.ts";
import type { Finding } from "../finding.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";

/** Operators of the collection grammar. */
export const OPERATORS = ["ca", "co", "eq", "ge", "gt", "in", "le", "lt", "ne", "pr", "isnull", "sw"] as const;

const FIELD_LINE = /^\s*(?:[-*]\s+)?\*\*([\w.\-\\[\]]+)\*\*\s*:\s*(.+?)\s*$/;

/**
 * Filter fields of a `filters` parameter: from `x-sailkit-filters`, else parsed from prose lines such as
 * `**created**: *gt, lt*`. Undefined where the parameter states none.
 */
export function filterFields(parameter: JsonObject, pointer: string, findings: Finding[]): FilterField[] | undefined {
  const stated = parameter["x-sailkit-filters"];
  if (isObject(stated)) {
    return Object.entries(stated).map(([name, field]) => statedField(name, isObject(field) ? field : {}));
  }
  const description = typeof parameter.description === "string" ? parameter.description : "";
  if (!/filter/i.test(description)) return undefined;
  const fields = new Map<string, FilterField>();
  for (const line of description.split(/\r?\n|<br\s*\/?>/)) {
    const match = FIELD_LINE.exec(line);
    if (!match?.[1] || !match[2]) continue;
    const name = match[1].replaceAll("\\", "");
    const words = match[2]
      .replace(/[*_`.]/g, " ")
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean);
    const operators = OPERATORS.filter((operator) => words.includes(operator));
    const strange = words.filter((word) => !OPERATORS.includes(word as (typeof OPERATORS)[number]));
    if (strange.length > 0) {
      findings.push(
        proseFinding(
          pointer,
          `The filter field "${name}" lists "${strange.slice(0, 3).join(" ")}", which is no operator.`,
        ),
      );
    }
    if (operators.length > 0) fields.set(name, { name, operators, type: "string", enum: [] });
  }
  if (fields.size > 0) return [...fields.values()];
  if (/following fields/i.test(description)) {
    findings.push(
      proseFinding(
        pointer,
        "The description speaks of filter fields, but no line of it reads as **field**: *operators*.",
      ),
    );
  }
  return undefined;
}

/** Sorter fields of a `sorters` parameter: from `x-sailkit-sorters`, else from `following fields: **a, b**`. */
export function sorterFields(parameter: JsonObject, pointer: string, findings: Finding[]): string[] | undefined {
  const stated = parameter["x-sailkit-sorters"];
  if (Array.isArray(stated)) return stated.map(String);
  const description = typeof parameter.description === "string" ? parameter.description : "";
  const match = /following\s+fields?\s*:?\s*((?:\*\*[^*]+\*\*[\s,]*(?:and\s+)?)+)/i.exec(description);
  const fields = (match?.[1] ?? "")
    .replaceAll("*", "")
    .split(/[\s,]+/)
    .filter((word) => word !== "" && word !== "and");
  if (fields.length > 0) return [...new Set(fields)];
  if (/following fields?/i.test(description)) {
    findings.push(
      proseFinding(pointer, "The description speaks of sorter fields, but none follows as **field, field**."),
    );
  }
  return undefined;
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

function proseFinding(pointer: string, message: string): Finding {
  return {
    severity: "warning",
    rule: "collection-prose",
    pointer,
    message,
    hint: "State the fields as x-sailkit-filters or x-sailkit-sorters in an overlay.",
  };
}
