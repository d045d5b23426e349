import { isObject } from "../../json.ts";
import { own } from "../../walk/own.ts";
import type { Tidy } from "./tidy.ts";

const known = new Set(["array", "boolean", "integer", "null", "number", "object", "string"]);

/** Names from other type systems, and what they are in JSON. Those not listed say nothing. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ["bigint", "integer"],
  ["bool", "boolean"],
  ["byte", "string"],
  ["date", "string"],
  ["date-time", "string"],
  ["datetime", "string"],
  ["decimal", "number"],
  ["dict", "object"],
  ["double", "number"],
  ["enum", "string"],
  ["file", "string"],
  ["float", "number"],
  ["int", "integer"],
  ["int32", "integer"],
  ["int64", "integer"],
  ["list", "array"],
  ["long", "integer"],
  ["map", "object"],
  ["str", "string"],
  ["text", "string"],
  ["timestamp", "string"],
  ["url", "string"],
  ["uuid", "string"],
]);

/** `type: String`, `type: int`, `type: any`: the types of JSON Schema are seven, in lower case. */
export const typeNames: Tidy = {
  id: "type-name",
  kinds: ["schema"],
  run: (node) => {
    const type = isObject(node.value) ? own(node.value, "type") : undefined;
    if (typeof type !== "string" || known.has(type)) return;
    const plain = type.trim().toLowerCase();
    const meant = known.has(plain) ? plain : synonyms.get(plain);
    if (meant === undefined) node.remove(["type"]);
    else node.set(["type"], meant);
    const made = meant === undefined ? "any value is allowed" : `it was read as ${meant}`;
    node.warn(["type"], `${JSON.stringify(type)} is no type of JSON Schema; ${made}.`);
  },
};
