import type { JsonObject } from "../../json.ts";

const TYPES: Readonly<Record<string, string>> = {
  string: "string",
  number: "number",
  integer: "integer",
  boolean: "boolean",
  object: "object",
  array: "array",
  null: "null",
  int: "integer",
  int32: "integer",
  int64: "integer",
  long: "integer",
  float: "number",
  double: "number",
  decimal: "number",
  bool: "boolean",
  date: "string",
  datetime: "string",
  "date-time": "string",
  uuid: "string",
  uri: "string",
  str: "string",
  text: "string",
  file: "file",
  map: "object",
  dict: "object",
  hash: "object",
  list: "array",
};

/** The type names of a schema, `null` included, in the spelling of the standard; names nobody knows are left out. */
export function typeNames({ type }: JsonObject): string[] {
  if (typeof type === "string") return known(type);
  if (!Array.isArray(type)) return [];
  return [...new Set(type.flatMap((name) => (typeof name === "string" ? known(name) : [])))];
}

function known(name: string): string[] {
  const spelled = name.toLowerCase();
  return Object.hasOwn(TYPES, spelled) ? [TYPES[spelled] as string] : [];
}
