import type { Json } from "../json.ts";
import { own } from "./own.ts";

/** The value at a place of a document; undefined when there is none. */
export function valueAt(document: Json, tokens: readonly (string | number)[]): Json | undefined {
  let value: Json | undefined = document;
  for (const token of tokens) value = own(value, token);
  return value;
}
