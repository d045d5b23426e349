import { isObject, type Json } from "../json.ts";

/** The value a document holds under `key`. Never what objects inherit: `own(value, "constructor")` is undefined unless written. */
export function own(value: Json | undefined, key: string | number): Json | undefined {
  if (Array.isArray(value))
    return typeof key === "number" || /^(?:0|[1-9]\d*)$/.test(key) ? value[Number(key)] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
