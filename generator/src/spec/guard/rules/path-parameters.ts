import { isObject, type Json, type JsonObject } from "../../json.ts";
import { own } from "../../walk/own.ts";
import { componentOf } from "../component-of.ts";
import type { GuardContext, Report, Rule } from "../rule.ts";

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];

/** The template in the path and the path parameters of each operation name the same things. The template decides. */
export const pathParameters: Rule = {
  id: "path-parameters",
  kinds: ["paths"],
  start: (report, context) => ({
    visit: ({ value }) => {
      if (!isObject(value)) return;
      for (const [path, item] of Object.entries(value)) {
        if (!path.startsWith("x-") && isObject(item)) checkPath(report, context, path, item);
      }
    },
  }),
};

function checkPath(report: Report, context: GuardContext, path: string, item: JsonObject): void {
  const inTemplate = [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] as string);
  const repeated = inTemplate.find((name, index) => inTemplate.indexOf(name) !== index);
  if (repeated !== undefined) {
    const message = `The path has {${repeated}} twice; both places get the same value.`;
    report({ severity: "warning", below: [path], message });
  }
  const shared = pathNames(context, own(item, "parameters"));
  for (const method of methods) {
    const operation = own(item, method);
    if (!isObject(operation)) continue;
    const declared = new Set([...shared, ...pathNames(context, own(operation, "parameters"))]);
    const undeclared = inTemplate.filter((name) => !declared.has(name));
    const unused = [...declared].filter((name) => !inTemplate.includes(name));
    const message = mismatch([...new Set(undeclared)], unused);
    if (message !== undefined) report({ severity: "warning", below: [path, method], message });
  }
}

function mismatch(undeclared: readonly string[], unused: readonly string[]): string | undefined {
  const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");
  if (undeclared.length > 0 && unused.length > 0) {
    return `The path names ${list(undeclared)}, the parameters name ${list(unused)}; the path decides.`;
  }
  if (undeclared.length > 0)
    return `The path names ${list(undeclared)} without a parameter for it; a required string is assumed.`;
  return unused.length > 0 ? `The path parameter ${list(unused)} is not in the path and is left out.` : undefined;
}

function pathNames({ document }: GuardContext, parameters: Json | undefined): string[] {
  if (!Array.isArray(parameters)) return [];
  return parameters.flatMap((entry) => {
    const parameter = componentOf(document, entry);
    const name = own(parameter, "name");
    return own(parameter, "in") === "path" && typeof name === "string" ? [name] : [];
  });
}
