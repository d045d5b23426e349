import { RequestError } from "./request-error.ts";

/**
 * Fills the `{name}` places of a URL template. Arrays become `a,b`.
 * @throws {RequestError} for a value that is missing, empty, `.`, `..` or no well-formed text: each would address another endpoint
 */
export function serializePath(url: string, params: Record<string, unknown>): string {
  return url.replace(/\{([^{}]+)\}/g, (_, name: string) => pathSegment(name, params[name]));
}

/** One value of a path, encoded. */
export function pathSegment(name: string, value: unknown): string {
  const text = String(value ?? "");
  // Dots alone are resolved by the URL parser even when encoded; a lone surrogate has no encoding at all.
  if (/^\.{0,2}$|\p{Cs}/u.test(text)) {
    throw new RequestError(`Path parameter "${name}" must not be ${JSON.stringify(text)}`);
  }
  return Array.isArray(value) ? value.map(encodeURIComponent).join() : encodeURIComponent(text);
}
