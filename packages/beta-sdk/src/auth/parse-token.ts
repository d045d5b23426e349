import type { Problem } from "./request-token.ts";

/** What the token endpoint answered, checked. */
export interface ParsedToken {
  readonly value: string;
  readonly lifetimeMs: number;
}

/** Milliseconds a token is taken to last when the answer does not say. */
const unsaid = 60_000;
/** Seconds above which a lifetime is nonsense: a year. */
const longest = 31_536_000;

/** Reads the body of a token answer (RFC 6749, 5.1). `expires_in` may be a number or a numeric string of seconds. */
export function parseToken(body: unknown): ParsedToken | Problem {
  const { access_token, token_type, expires_in } = (body ?? {}) as Record<string, unknown>;
  // Anything else could not be a header, or would be one header more.
  if (typeof access_token !== "string" || !/^[\x21-\x7e]+$/.test(access_token)) {
    return { problem: "has no usable `access_token`" };
  }
  if (token_type !== undefined && String(token_type).toLowerCase() !== "bearer") {
    return { problem: "has a `token_type` other than bearer" };
  }
  if (expires_in === undefined || expires_in === null) return { value: access_token, lifetimeMs: unsaid };
  const seconds =
    typeof expires_in === "string" && /^\s*\d+(\.\d+)?\s*$/.test(expires_in) ? Number(expires_in) : expires_in;
  if (typeof seconds === "number" && seconds > 0 && seconds <= longest) {
    return { value: access_token, lifetimeMs: seconds * 1000 };
  }
  return { problem: `has an \`expires_in\` that is no lifetime: ${JSON.stringify(expires_in)?.slice(0, 40)}` };
}
