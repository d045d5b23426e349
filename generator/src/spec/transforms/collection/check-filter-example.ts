import type { FilterField } from "../../../model/client-model.ts";
import type { Finding } from "../../finding.ts";
import { isObject, type JsonObject } from "../../json.ts";
import type { ItemProperty } from "./item-property.ts";
import { proseFinding } from "./prose-finding.ts";

const COMPARISON =
  /([\w.\-[\]]+)\s+(eq|ne|co|ca|sw|ge|gt|le|lt|in|isnull)\b\s*("(?:[^"\\]|\\.)*")?|\bpr\s+([\w.\-[\]]+)/g;

/** Warns where the example of a `filters` parameter contradicts the fields it lists, or the enum of the field it filters by. */
export function checkFilterExample(
  parameter: JsonObject,
  fields: ReadonlyMap<string, FilterField>,
  property: ItemProperty,
  pointer: string,
  findings: Finding[],
): void {
  const example = parameter.example ?? (isObject(parameter.schema) ? parameter.schema.example : undefined);
  if (typeof example !== "string") return;
  for (const [, before, operator = "pr", value, after] of example.matchAll(COMPARISON)) {
    const name = before ?? after ?? "";
    const field = fields.get(name);
    const enumeration = property(name)?.enum;
    if (!field) {
      findings.push(proseFinding(pointer, `The example filters by "${name}", which the description does not list.`));
    } else if (!field.operators.includes(operator)) {
      findings.push(
        proseFinding(pointer, `The example uses "${name} ${operator}", which the description does not list.`),
      );
    } else if (
      value &&
      operator === "eq" &&
      Array.isArray(enumeration) &&
      !enumeration.map(String).includes(unquoted(value))
    ) {
      findings.push(
        proseFinding(pointer, `The example compares "${name}" with ${value}, which its enum does not have.`),
      );
    }
  }
}

const unquoted = (text: string) => text.slice(1, -1).replace(/\\(.)/g, "$1");
