import type { Finding } from "../../finding.ts";
import { isObject, type JsonObject } from "../../json.ts";
import { proseFinding } from "./prose-finding.ts";

/** `following fields: **a, b**`, also with one pair of asterisks for each. */
const LIST = /following\s+fields?\s*:?\s*((?:\*\*[^*]+\*\*[\s,]*(?:and\s+)?)+)/i;

/**
 * Sorter fields of a `sorters` parameter: from `x-sailkit-sorters`, else parsed from its description. Undefined where the
 * parameter states none.
 */
export function sorterFields(parameter: JsonObject, pointer: string, findings: Finding[]): string[] | undefined {
  const stated = parameter["x-sailkit-sorters"];
  if (Array.isArray(stated)) return stated.map(String);
  const description = typeof parameter.description === "string" ? parameter.description : "";
  // Blanks without end would take an expression of this kind minutes.
  const fields = (LIST.exec(description.replace(/\s+/g, " "))?.[1] ?? "")
    .replaceAll("*", "")
    .split(/[\s,]+/)
    .filter((word) => word !== "" && word !== "and");
  if (fields.length === 0) {
    if (/following fields?/i.test(description)) {
      const message = "The description speaks of sorter fields, but none follows as **field, field**.";
      findings.push(proseFinding(pointer, message));
    }
    return undefined;
  }
  checkSorterExample(parameter, fields, pointer, findings);
  return [...new Set(fields)];
}

/** Warns where the example sorts by a field that the description does not list. */
function checkSorterExample(
  parameter: JsonObject,
  fields: readonly string[],
  pointer: string,
  findings: Finding[],
): void {
  const example = parameter.example ?? (isObject(parameter.schema) ? parameter.schema.example : undefined);
  if (typeof example !== "string") return;
  for (const part of example.split(",")) {
    const name = part.trim().replace(/^[-+]/, "");
    if (name === "" || fields.includes(name)) continue;
    findings.push(proseFinding(pointer, `The example sorts by "${name}", which the description does not list.`));
  }
}
