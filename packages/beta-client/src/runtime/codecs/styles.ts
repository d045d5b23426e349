import type { Codec } from "../codec.ts";
import { encodeText, textOf } from "../encode-text.ts";
import type { Style } from "../operation.ts";
import { pathSegment, serializePath } from "../serialize-path.ts";

/** Parameters whose style is not the default of their place, as arrays, objects, JSON or cookies. */
export const styles: Codec = {
  encode(request, { query: fixed = "", styles = {} }) {
    const { query = {}, path = {}, header = {}, cookie = {} } = styles;
    const { params } = request;
    request.querySerializer = (values) =>
      [
        fill(fixed, params.path, (_, value) => encodeText(value)),
        ...Object.entries(values).map(([name, value]) => queryParameter(name, value, own(query, name) ?? "form*")),
      ]
        .filter(Boolean)
        .join("&");
    request.pathSerializer = (url, values) =>
      serializePath(
        fill(url, values, (name, value) => {
          const style = own(path, name);
          return style && pathSegment(name, value, pathParameter(name, value ?? "", style));
        }),
        values,
      );
    if (params.header) {
      params.header = Object.fromEntries(
        Object.entries(params.header).map(([name, value]) => [name, headerValue(value, own(header, name) ?? "simple")]),
      );
    }
    const cookies = Object.entries(params.cookie ?? {}).map(([name, value]) =>
      queryParameter(name, value, own(cookie, name) ?? "form"),
    );
    const sent = cookies.filter(Boolean).join("; ").replaceAll("&", "; ");
    if (sent) params.header = { ...params.header, Cookie: sent };
  },
};

/** A name such as `constructor` must not find what every object inherits. */
function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Fills the places of a template; one for which there is no text stays. */
function fill(
  template: string,
  values: Record<string, unknown>,
  text: (name: string, value: unknown) => string | undefined,
): string {
  return template.replace(/\{([^{}]+)\}/g, (place, name: string) => text(name, own(values, name)) ?? place);
}

/** `name=value` pairs of one query parameter, joined by `&`; empty for undefined, null and empty arrays. */
export function queryParameter(name: string, given: unknown, style: Style): string {
  const encode = style.endsWith("+") ? encodeReserved : encodeText;
  const key = encodeText(name);
  const explode = style.includes("*");
  const kind = style.replace(/[*+]/g, "");
  if (given == null) return "";
  if (kind === "json") return `${key}=${encode(JSON.stringify(given))}`;
  const value = scalarOr(given);
  if (kind === "deepObject" && typeof value === "object") return deepPairs(key, value);
  if (Array.isArray(value)) {
    const items = value.filter((item) => item != null).map(encode);
    if (items.length === 0) return "";
    return explode ? items.map((item) => `${key}=${item}`).join("&") : `${key}=${items.join(delimiter(kind))}`;
  }
  if (typeof value === "object") {
    const pairs = definedEntries(value).map(([property, item]) => [encodeText(property), encode(item)]);
    if (pairs.length === 0) return "";
    if (explode) return pairs.map((pair) => pair.join("=")).join("&");
    return `${key}=${pairs.flat().join(delimiter(kind))}`;
  }
  return `${key}=${encode(value)}`;
}

/** One path parameter in style simple, label or matrix. */
function pathParameter(name: string, given: unknown, style: Style): string {
  const kind = style.replace("*", "");
  if (kind === "json") return encodeText(JSON.stringify(given));
  const explode = style.includes("*");
  const [prefix, separator] = { label: [".", "."], matrix: [";", ";"] }[kind] ?? ["", ","];
  const key = encodeText(name);
  const value = scalarOr(given);
  // RFC 6570 gives an empty value no equals sign.
  const named = (text: string) => (kind === "matrix" ? key + (text && `=${text}`) : text);
  if (typeof value !== "object") return prefix + named(encodeText(value));
  const items = Array.isArray(value)
    ? value.map((item) => (explode ? named(encodeText(item)) : encodeText(item)))
    : definedEntries(value).map(([property, item]) => encodeText(property) + (explode ? "=" : ",") + encodeText(item));
  if (items.length === 0) return "";
  return prefix + (explode ? items.join(separator) : named(items.join()));
}

/** A header value in style simple; JSON where the parameter is content-typed. */
function headerValue(given: unknown, style: Style): unknown {
  if (given == null) return given;
  if (style === "json") return JSON.stringify(given);
  const value = scalarOr(given);
  if (typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(textOf).join();
  return definedEntries(value)
    .map(([property, item]) => property + (style.includes("*") ? "=" : ",") + textOf(item))
    .join();
}

/** `filter[a][b]=1&filter[tags]=x&filter[tags]=y`, encoded. */
function deepPairs(key: string, given: unknown): string {
  if (given == null) return "";
  const value = scalarOr(given);
  if (typeof value !== "object") return `${key}=${encodeText(value)}`;
  const pairs = Array.isArray(value)
    ? value.map((item) => deepPairs(key, item))
    : definedEntries(value).map(([property, item]) => deepPairs(`${key}%5B${encodeText(property)}%5D`, item));
  return pairs.filter(Boolean).join("&");
}

/** Objects that are one value, such as dates, as their text; arrays and records as they are. */
function scalarOr(value: unknown): string | object {
  const single = typeof value !== "object" || typeof (value as Partial<Date>).toJSON === "function";
  return single ? textOf(value) : (value as object);
}

const delimiter = (kind: string) => ({ spaceDelimited: "%20", pipeDelimited: "%7C" })[kind] ?? ",";

const definedEntries = (value: object) => Object.entries(value).filter(([, item]) => item != null);

/**
 * Leaves what RFC 3986 reserves, and what is encoded already; but `&`, `+` and `#`, which would end the value or change it.
 * https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-for-use-with-schema
 */
const encodeReserved = (value: unknown) =>
  encodeText(value)
    .replace(/%(?:3A|2F|3F|5B|5D|40|21|24|27|28|29|2A|2C|3B|3D)/g, decodeURIComponent)
    .replace(/%25([0-9A-F]{2})/gi, "%$1");
