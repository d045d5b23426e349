import type { ClientCredentials } from "../auth/auth.ts";
import { UsageError } from "../errors/usage-error.ts";
import { apiPath } from "./resolve-base-url.ts";

/** Variables by name, as `process.env` holds them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Options from the environment variables that SailPoint's own tools read: `SAIL_BASE_URL` (with or without `/beta`),
 * `SAIL_CLIENT_ID` and `SAIL_CLIENT_SECRET`.
 *
 * @param env - where to look; default: `process.env`, where there is one
 * @throws {UsageError} naming the variables that are missing
 * @example
 * const sdk = new BetaSdk({ ...optionsFromEnv(), holdProcess: true }); // a script, which is to see its calls through
 */
export function optionsFromEnv(env?: Environment): { baseUrl: string; auth: ClientCredentials } {
  const variables = env ?? (globalThis as { process?: { env?: Environment } }).process?.env ?? {};
  const { SAIL_BASE_URL, SAIL_CLIENT_ID, SAIL_CLIENT_SECRET } = variables;
  const missing = ["SAIL_BASE_URL", "SAIL_CLIENT_ID", "SAIL_CLIENT_SECRET"].filter((name) => !variables[name]);
  if (!SAIL_BASE_URL || !SAIL_CLIENT_ID || !SAIL_CLIENT_SECRET) {
    throw new UsageError(`Set the environment variable${missing.length > 1 ? "s" : ""} ${missing.join(", ")}`);
  }
  const base = SAIL_BASE_URL.replace(/\/+$/, "");
  const bare = URL.canParse(base) && new URL(base).pathname === "/";
  return {
    baseUrl: bare ? base + apiPath : base,
    auth: { clientId: SAIL_CLIENT_ID, clientSecret: SAIL_CLIENT_SECRET },
  };
}
