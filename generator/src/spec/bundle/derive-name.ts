import type { Place } from "./place.ts";

/** Tokens that tell where a thing stands and not what it is. */
const structural = new Set([
  "$defs",
  "additionalProperties",
  "allOf",
  "anyOf",
  "components",
  "content",
  "definitions",
  "examples",
  "headers",
  "items",
  "oneOf",
  "parameters",
  "paths",
  "properties",
  "requestBodies",
  "responses",
  "schema",
  "schemas",
]);
const uninformativeStems = new Set(["", "_index", "index", "main", "schema"]);
const maxLength = 100;

/**
 * A readable name for something that becomes a component: the last token of its pointer where that says what it is
 * (`#/definitions/Pet`, `common.yaml#/Error`), the file's name for a whole file (`schemas/Pet.yaml`), else the words of the
 * way to it (`#/paths/~1pets/get/responses/200/content/application~1json/schema` → `PetsGet200ApplicationJson`).
 */
export function deriveName(place: Place): string {
  const { label } = place.document;
  const telling = place.tokens.filter((token) => typeof token === "number" || !structural.has(token)).map(String);
  const last = place.tokens.at(-1);
  const named = typeof last === "string" && !structural.has(last) && !/^\d+$/.test(last);
  const container = place.tokens.at(-2);
  const isEntry = named && (container === undefined || container === "$defs" || container === "definitions");
  const isComponent = named && place.tokens.length === 3 && place.tokens[0] === "components";
  if (isEntry || isComponent || (named && label !== "" && container !== "properties")) return tidyName(String(last));
  if (label === "") return tidyName(telling.map(capitalised).join(""));
  return tidyName([stem(label), ...telling.map(capitalised)].join(""));
}

function stem(label: string): string {
  const parts = label.split("/");
  const name = (parts.pop() ?? "").replace(/(?:\.(?:ya?ml|json|gz))+$/i, "");
  return uninformativeStems.has(name.toLowerCase()) ? (parts.pop() ?? name) : name;
}

function capitalised(token: string): string {
  return token
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");
}

/** Component names are `[A-Za-z0-9._-]+` by the standard. */
function tidyName(name: string): string {
  const tidied = name
    .replace(/[^A-Za-z0-9._-]+/g, "_")
    .slice(0, maxLength)
    .replace(/^[._-]+|[._-]+$/g, "");
  return tidied === "" ? "Component" : tidied;
}
