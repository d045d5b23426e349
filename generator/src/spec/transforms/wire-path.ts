/** A path of a spec as it is sent. */
export interface WirePath {
  /** Without fixed query and fragment; nothing outside of its `{places}` that URL parsers would change or drop. */
  readonly path: string;
  /** What stands behind its `?`; empty where there is none. */
  readonly query: string;
}

/** Takes the key of a path item apart. What stands in a `{place}` is a name, whatever its characters. */
export function wirePath(key: string): WirePath {
  const [, path = "", query = ""] = /^((?:\{[^{}]*\}|[^?#])*)\??((?:\{[^{}]*\}|[^#])*)/.exec(key) ?? [];
  // A backslash counts as a slash, and blanks at the end for nothing.
  const sent = path.replace(/\{[^{}]*\}|[\\ ]/g, (part) => (part.length > 1 ? part : encodeURIComponent(part)));
  return { path: sent, query };
}
