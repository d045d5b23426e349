import { isObject, type Json, type JsonObject } from "../../src/spec/json.ts";
import type { HostilePackage } from "./generate-package.ts";

/**
 * A program that only compiles where the types of a package have every name and value of its spec, to the letter: paths,
 * component schemas, properties, query parameters, members of enums.
 */
export function typeAssertions({ document, functions }: HostilePackage): string {
  const lines = ['import type { components, operations, paths } from "./src/index.ts";'];
  const has = (type: string) => lines.push(`export type T${lines.length} = ${type};`);
  const takes = (type: string, value: Json) => {
    lines.push(`export const v${lines.length}: ${type} = ${quoted(value)};`);
    lines.push(`// @ts-expect-error: no member of the enum`);
    lines.push(`export const v${lines.length}: ${type} = ${quoted(`${String(value)}!`)};`);
  };
  for (const [path, item] of entriesOf(document.paths)) {
    for (const [method, operation] of entriesOf(item).filter(([, value]) => isObject(value))) {
      has(`paths[${quoted(path.startsWith("/") ? path : `/${path}`)}][${quoted(method)}]`);
      const pointer = `/paths/${path.replaceAll("~", "~0").replaceAll("/", "~1")}/${method}`;
      const params = `operations[${quoted(functions[pointer] ?? "")}]["parameters"]`;
      for (const parameter of queryOf(operation)) {
        const type = `NonNullable<${params}["query"]>[${quoted(parameter.name as string)}]`;
        has(type);
        const members = isObject(parameter.schema) ? parameter.schema.enum : undefined;
        if (Array.isArray(members)) takes(`NonNullable<${type}>`, members[0] as Json);
      }
    }
  }
  const components = isObject(document.components) ? document.components : {};
  for (const [key, schema] of entriesOf(components.schemas)) {
    const type = `components["schemas"][${quoted(key)}]`;
    has(type);
    for (const [name] of isObject(schema) ? entriesOf(schema.properties) : []) {
      has(`NonNullable<Extract<${type}, object>>[${quoted(name)}]`);
    }
  }
  return `${lines.join("\n")}\n`;
}

function entriesOf(value: Json | undefined): [string, Json][] {
  return isObject(value) ? (Object.entries(value) as [string, Json][]) : [];
}

function queryOf(operation: Json): JsonObject[] {
  const parameters = isObject(operation) && Array.isArray(operation.parameters) ? operation.parameters : [];
  return parameters.filter(isObject).filter((parameter) => parameter.in === "query");
}

/** A literal in ASCII. */
function quoted(value: Json): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
