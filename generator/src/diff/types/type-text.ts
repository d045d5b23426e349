import { isObject, type Json } from "../../spec/json.ts";

/** Keywords of a prepared schema that end up in comments only. */
const COMMENTS = new Set(["description", "deprecated", "default", "format"]);

/** Text that is equal for prepared schemas of the same type. */
export function typeText(value: Json | undefined, isMap = false): string {
  if (Array.isArray(value)) return `[${value.map((item) => typeText(item)).join(",")}]`;
  if (!isObject(value)) return value === undefined ? "" : JSON.stringify(value);
  const keys = Object.keys(value).filter((key) => isMap || !COMMENTS.has(key));
  return `{${keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${typeText(value[key], !isMap && MAPS.has(key))}`)
    .join(",")}}`;
}

/** Keywords whose members are named by the spec. */
const MAPS = new Set(["properties", "headers", "content", "responses"]);
