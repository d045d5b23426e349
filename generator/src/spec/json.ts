/** Any value of a parsed JSON or YAML document. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** An object of a parsed document. Created without prototype tricks: own keys only, `__proto__` included. */
export interface JsonObject {
  [key: string]: Json | undefined;
}

/** Whether `value` is an object of a parsed document, and neither an array nor null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
