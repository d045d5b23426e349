import { isObject, type Json } from "../../../src/spec/json.ts";
import { entriesOf } from "./entries-of.ts";
import type { SpecParameter } from "./spec-operation.ts";

/** `name=value` pairs of a query or cookie, decoded. */
export type Pair = readonly [name: string, value: string];

/** How a parameter is to be written. */
interface Manner {
  readonly style: string;
  readonly explode: boolean;
  /** Whether its content, not a style, says how: `json` or `text`. */
  readonly content: "json" | "text" | undefined;
}

const DEFAULT = { query: "form", cookie: "form", path: "simple", header: "simple" };

function manner({ in: place, source }: SpecParameter): Manner {
  const [type] = isObject(source.content) ? Object.keys(source.content) : [];
  const content = type === undefined ? undefined : /[/+]json\b/.test(type) ? "json" : "text";
  const style = typeof source.style === "string" ? source.style : DEFAULT[place];
  return { style, explode: typeof source.explode === "boolean" ? source.explode : style === "form", content };
}

/** Decoded pairs of a query or cookie parameter. https://spec.openapis.org/oas/v3.1.1.html#style-examples */
export function pairsOf(parameter: SpecParameter, value: Json): Pair[] {
  const { style, explode, content } = manner(parameter);
  const { name, source } = parameter;
  if (content === "json") return [[name, JSON.stringify(value)]];
  const pairs = styledPairs(name, value, content === "text" ? "form" : style, explode);
  if (source.allowReserved !== true) return pairs;
  // Reserved expansion lets what is encoded already pass, so that it arrives decoded.
  return pairs.map(([key, one]): Pair => [key, one.replace(/%[\da-f]{2}/gi, decodeURIComponent)]);
}

/** Decoded pairs of a value in one of the styles of queries. */
export function styledPairs(name: string, value: Json, style: string, explode: boolean): Pair[] {
  if (value === null) return [];
  if (style === "deepObject" && typeof value === "object") return deepPairs(name, value);
  const separator = { spaceDelimited: " ", pipeDelimited: "|" }[style] ?? ",";
  if (Array.isArray(value)) {
    return explode ? value.map((item): Pair => [name, plain(item)]) : [[name, value.map(plain).join(separator)]];
  }
  if (isObject(value)) {
    const entries = entriesOf(value);
    return explode
      ? entries.map(([key, item]): Pair => [key, plain(item)])
      : [[name, entries.flatMap(([key, item]) => [key, plain(item)]).join(separator)]];
  }
  return [[name, plain(value)]];
}

function deepPairs(name: string, value: Json): Pair[] {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item) => deepPairs(name, item));
  if (isObject(value)) return entriesOf(value).flatMap(([key, item]) => deepPairs(`${name}[${key}]`, item));
  return [[name, plain(value)]];
}

/** The text of one place in a path, encoded. */
export function pathText(parameter: SpecParameter, value: Json): string {
  const { style, explode, content } = manner(parameter);
  const { name } = parameter;
  if (content === "json") return encode(JSON.stringify(value));
  const parts = (separator: string) => {
    if (Array.isArray(value)) return value.map((item) => encode(plain(item)));
    if (!isObject(value)) return [encode(plain(value))];
    return entriesOf(value).map(([key, item]) => encode(key) + separator + encode(plain(item)));
  };
  const joint = explode ? "=" : ",";
  switch (style) {
    case "label":
      return `.${parts(joint).join(explode ? "." : ",")}`;
    case "matrix":
      if (explode && isObject(value)) return `;${parts("=").join(";")}`;
      if (explode && Array.isArray(value))
        return parts(",")
          .map((item) => `;${encode(name)}=${item}`)
          .join("");
      return `;${encode(name)}=${parts(",").join(",")}`;
    default:
      return parts(joint).join(",");
  }
}

/** The text of a header. */
export function headerText(parameter: SpecParameter, value: Json): string {
  const { explode, content } = manner(parameter);
  if (content === "json") return JSON.stringify(value);
  if (Array.isArray(value)) return value.map(plain).join(",");
  if (!isObject(value)) return plain(value);
  return entriesOf(value)
    .map(([key, item]) => key + (explode ? "=" : ",") + plain(item))
    .join(",");
}

/** A value inside a style; what no style can say, such as an object in a list, is JSON. */
function plain(value: Json): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}

/** Percent-encodes all but what RFC 3986 calls unreserved. */
export function encode(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[\w.~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}
