/** Names whose values may be shown, beside those the sdk shows anyway. Everything else is blanked out. */
export interface RedactionOptions {
  /**
   * Request and response headers, in any case. Shown anyway: media types, lengths, dates, `Retry-After`, `SLPT-Request-ID`, `X-Total-Count`.
   * @default none beside these
   * @example
   * new BetaSdk({ ...options, redaction: { headers: ["x-tenant"] } });
   */
  readonly headers?: readonly string[] | undefined;
  /**
   * Query parameters. Shown anyway: `limit`, `offset`, `count`, `sorters`.
   * @default none beside these
   * @example
   * new BetaSdk({ ...options, redaction: { query: ["filters"] } });
   */
  readonly query?: readonly string[] | undefined;
  /**
   * Properties of request bodies, at any depth. Shown anyway: `op`, `path`, `from`.
   * @default none beside these
   * @example
   * new BetaSdk({ ...options, redaction: { body: ["value"] } });
   */
  readonly body?: readonly string[] | undefined;
}

/** Blanks out what is not on its lists. */
export interface Redactor {
  /** The URL with the values of its query blanked out. */
  url(url: string): string;
  /** Headers as a plain object, names in lower case. */
  headers(headers: Headers): Record<string, string>;
  /** The body, its shape kept. */
  body(body: unknown): unknown;
}

const blank = "[redacted]";
const shown = {
  headers:
    "accept content-type content-length content-encoding date retry-after slpt-request-id x-total-count x-request-id user-agent",
  query: "limit offset count sorters",
  body: "op path from",
};

/** Makes the redactor of one sdk. */
export function createRedactor(options: RedactionOptions = {}): Redactor {
  const list = (kind: keyof typeof shown) =>
    new Set([...shown[kind].split(" "), ...(options[kind] ?? [])].map((name) => name.toLowerCase()));
  const lists = { headers: list("headers"), query: list("query"), body: list("body") };

  const body = (value: unknown, allowed: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => body(item, allowed));
    if (typeof value !== "object" || value === null) return allowed ? value : blank;
    if (Object.getPrototypeOf(value) !== Object.prototype) return blank;
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, body(item, lists.body.has(name.toLowerCase()))]),
    );
  };

  return {
    url(url) {
      const [base = "", query = ""] = url.split("?");
      const pairs = query.split("&").map((pair) => {
        const name = pair.replace(/=.*/s, "");
        return lists.query.has(name.toLowerCase()) ? pair : `${name}=${blank}`;
      });
      return query ? `${base}?${pairs.join("&")}` : base;
    },
    headers: (headers) =>
      Object.fromEntries([...headers].map(([name, value]) => [name, lists.headers.has(name) ? value : blank])),
    body: (value) => body(value, false),
  };
}
