import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { setOwn } from "../../spec/transforms/canonicalize.ts";

/** A document in which something else stands for every percent sign, and the way back for text made of it. */
export interface HiddenPercent {
  readonly document: JsonObject;
  readonly restore: (text: string) => string;
}

/**
 * Replaces the percent signs of a document by a mark that it does not hold. The type emitter takes the names on the way to a
 * schema for parts of a URL, decodes them, and dies of `100%`.
 */
export function hidePercent(document: JsonObject): HiddenPercent {
  const text = JSON.stringify(document);
  // No identifier, so that it is printed in quotes, where it can be replaced.
  let mark = "<percent>";
  while (text.includes(mark)) mark = `<${mark}>`;
  const hide = (value: Json, key: string): Json => {
    // Names in references are encoded; what else is encoded in them the emitter may well decode.
    if (typeof value === "string") return value.replaceAll(key === "$ref" ? "%25" : "%", mark);
    if (Array.isArray(value)) return value.map((item) => hide(item, ""));
    if (!isObject(value)) return value;
    const copy: JsonObject = {};
    for (const [name, item] of Object.entries(value)) {
      if (item !== undefined) setOwn(copy, name.replaceAll("%", mark), hide(item, name));
    }
    return copy;
  };
  return { document: hide(document, "") as JsonObject, restore: (types) => types.replaceAll(mark, "%") };
}
