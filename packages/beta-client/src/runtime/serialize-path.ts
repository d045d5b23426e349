import { encodeText } from "./encode-text.ts";
import { RequestError } from "./request-error.ts";

/**
 * Fills the `{name}` places of a URL template. Arrays become `a,b`.
 * @throws {RequestError} for a value that is missing, empty, `.`, `..` or no well-formed text: each would address another endpoint
 */
export function serializePath(url: string, params: Record<string, unknown>): string {
  return url.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    return pathSegment(name, value, Array.isArray(value) ? value.map(encodeText).join() : encodeText(value ?? ""));
  });
}

/**
 * `encoded`, where it may stand as a segment of a path.
 * @throws {RequestError} where it is empty or dots alone: URL parsers drop these, even encoded
 */
export function pathSegment(name: string, value: unknown, encoded: string): string {
  if (/^\.{0,2}$/.test(encoded)) throw new RequestError(`Path parameter "${name}" must not be "${value}"`);
  return encoded;
}
