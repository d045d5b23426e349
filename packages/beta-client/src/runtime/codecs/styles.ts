import type { Codec } from "../codec.ts";
import type { Style } from "../operation.ts";
import { RequestError } from "../request-error.ts";
import { pathSegment, serializePath } from "../serialize-path.ts";

/** Parameters whose style is not the default of their place, as arrays, objects, JSON or cookies. */
export const styles: Codec = {
  encode(request, { query: fixed, styles = {} }) {
    const { query = {}, path = {}, header = {}, cookie = {} } = styles;
    const { params } = request;
    request.querySerializer = (values) =>
      [
        fixed ?? [],
        Object.entries(values).map(([name, value]) => queryParameter(name, value, styleOf(query, name, "form*"))),
      ]
        .flat()
        .filter(Boolean)
        .join("&");
    request.pathSerializer = (url, values) => {
      const styled = Object.entries(path).map(([name, style]) => [name, pathParameter(name, values[name], style)]);
      const places = Object.fromEntries(styled) as Record<string, string>;
      const filled = url.replace(/\{([^{}]+)\}/g, (place, name: string) =>
        Object.hasOwn(places, name) ? (places[name] ?? "") : place,
      );
      return serializePath(filled, values);
    };
    if (params.header)
      params.header = mapValues(params.header, (value, name) => headerValue(value, styleOf(header, name, "simple")));
    if (params.cookie) {
      const pairs = Object.entries(params.cookie).map(([name, value]) =>
        queryParameter(name, value, styleOf(cookie, name, "form")),
      );
      params.header = { ...params.header, Cookie: pairs.filter(Boolean).join("; ").replaceAll("&", "; ") };
    }
  },
};

/** A name such as `constructor` must not find what every object inherits. */
const styleOf = (styles: Readonly<Record<string, Style>>, name: string, otherwise: Style): Style =>
  (Object.hasOwn(styles, name) ? styles[name] : undefined) ?? otherwise;

/** `name=value` pairs of one query parameter, joined by `&`; empty for undefined, null and empty arrays. */
export function queryParameter(name: string, value: unknown, style: Style): string {
  const encode = style.endsWith("+") ? encodeReserved : encodeURIComponent;
  const key = encodeURIComponent(name);
  const explode = style.includes("*");
  const kind = style.replace(/[*+]/g, "");
  if (value == null) return "";
  if (kind === "json") return `${key}=${encode(JSON.stringify(value))}`;
  if (kind === "deepObject" && typeof value === "object") return deepPairs(key, value);
  if (Array.isArray(value)) {
    const items = value.filter((item) => item != null).map((item) => encode(text(item)));
    if (items.length === 0) return "";
    return explode ? items.map((item) => `${key}=${item}`).join("&") : `${key}=${items.join(delimiter(kind))}`;
  }
  if (typeof value === "object") {
    const pairs = definedEntries(value).map(([property, item]) => [encodeURIComponent(property), encode(text(item))]);
    if (pairs.length === 0) return "";
    if (explode) return pairs.map((pair) => pair.join("=")).join("&");
    return `${key}=${pairs.flat().join(delimiter(kind))}`;
  }
  return `${key}=${encode(text(value))}`;
}

/** One path parameter in style simple, label or matrix. */
function pathParameter(name: string, value: unknown, style: Style): string {
  const kind = style.replace(/[*+]/g, "");
  const explode = style.includes("*");
  if (kind === "json") return pathSegment(name, JSON.stringify(value));
  const [prefix, separator] = { label: [".", "."], matrix: [";", ";"] }[kind] ?? ["", ","];
  const named = kind === "matrix";
  const key = encodeURIComponent(name);
  const encode = (item: unknown) => pathSegment(name, text(item));
  if (typeof value !== "object" || value === null) return `${prefix}${named ? `${key}=` : ""}${encode(value)}`;
  const items = Array.isArray(value)
    ? value.map((item) => (named && explode ? `${key}=` : "") + encode(item))
    : definedEntries(value).map(
        ([property, item]) => encodeURIComponent(property) + (explode ? "=" : ",") + encode(item),
      );
  if (items.length === 0) throw new RequestError(`Path parameter "${name}" must not be empty`);
  return prefix + (explode ? items.join(separator) : (named ? `${key}=` : "") + items.join());
}

/** A header value in style simple; JSON where the parameter is content-typed. */
function headerValue(value: unknown, style: Style): unknown {
  if (value == null || typeof value !== "object") return value;
  if (style === "json") return JSON.stringify(value);
  if (Array.isArray(value)) return value.map(text).join();
  return definedEntries(value)
    .map(([property, item]) => property + (style.includes("*") ? "=" : ",") + text(item))
    .join();
}

/** `filter[a][b]=1&filter[tags]=x&filter[tags]=y`, encoded. */
function deepPairs(key: string, value: unknown): string {
  if (value == null) return "";
  if (typeof value !== "object") return `${key}=${encodeURIComponent(text(value))}`;
  const pairs = Array.isArray(value)
    ? value.map((item) => deepPairs(key, item))
    : definedEntries(value).map(([property, item]) => deepPairs(`${key}%5B${encodeURIComponent(property)}%5D`, item));
  return pairs.filter(Boolean).join("&");
}

const delimiter = (kind: string) => ({ spaceDelimited: "%20", pipeDelimited: "%7C" })[kind] ?? ",";

const definedEntries = (value: object) => Object.entries(value).filter(([, item]) => item != null);

/** Values nested deeper than a style can say go as JSON, which is what servers that accept them expect. */
const text = (value: unknown) => (typeof value === "object" && value !== null ? JSON.stringify(value) : String(value));

/** Encodes all but the characters RFC 3986 reserves. */
const encodeReserved = (value: string) =>
  encodeURIComponent(value).replace(/%(?:3A|2F|3F|5B|5D|40|21|24|26|27|28|29|2A|2B|2C|3B|3D)/gi, decodeURIComponent);

function mapValues(record: Record<string, unknown>, map: (value: unknown, name: string) => unknown) {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));
}
