import type { Wire } from "../call/wire.ts";
import { AuthenticationError } from "../errors/authentication-error.ts";
import { redactCause } from "../observe/redact-cause.ts";
import type { TokenSource } from "./auth.ts";
import { parseToken } from "./parse-token.ts";
import type { ObtainToken } from "./token-manager.ts";

/** Gets tokens from a function of the user's. */
export function functionSource(wire: Wire, source: TokenSource): ObtainToken {
  const refuse = (problem: string, cause?: unknown) => {
    const details = { status: 0, operationId: "token source", messages: [], causes: [] };
    return new AuthenticationError(
      `The token source ${wire.secrets.redact(problem)}`,
      { ...details, ...(cause !== undefined && { cause: redactCause(cause, wire.secrets) }) },
      { headers: new Headers() },
    );
  };
  return async (signal, rejected) => {
    const given = await (async () => source({ signal, rejected }))().catch((error: unknown) => {
      if (signal.aborted) throw signal.reason;
      throw refuse(`failed: ${(error as Error)?.message ?? error}`, error);
    });
    const once = typeof given === "string";
    const { accessToken, expiresIn } = once ? { accessToken: given, expiresIn: 1 } : given;
    const token = parseToken({ access_token: accessToken, expires_in: expiresIn });
    if ("problem" in token) throw refuse(`gave what ${token.problem}`);
    wire.secrets.add(token.value, true);
    if (once) return { value: token.value, lifetimeMs: 0, end: Number.NEGATIVE_INFINITY };
    return { ...token, end: wire.clock.now() + token.lifetimeMs };
  };
}
