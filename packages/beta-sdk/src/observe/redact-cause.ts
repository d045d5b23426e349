import type { Secrets } from "./secrets.ts";

/** How deep causes are followed. */
const depth = 5;

/** A copy of what was thrown: name, message, code, stack and causes, without secrets and without any other field. */
export function redactCause(cause: unknown, secrets: Secrets, left: number = depth): Error {
  const source = (
    typeof cause === "object" && cause !== null ? cause : { message: String(cause) }
  ) as Partial<Error> & {
    code?: unknown;
    errors?: unknown[];
  };
  const inner = source.cause ?? source.errors?.[0];
  const copy = new Error(secrets.redact(String(source.message ?? "")), {
    ...(inner !== undefined && left > 0 && { cause: redactCause(inner, secrets, left - 1) }),
  });
  for (const [name, value] of Object.entries({ name: source.name, stack: source.stack })) {
    if (value) Object.defineProperty(copy, name, { value: secrets.redact(String(value)), configurable: true });
  }
  return source.code === undefined ? copy : Object.assign(copy, { code: source.code });
}
