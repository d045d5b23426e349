import type { Wire } from "../call/wire.ts";
import { isBrowser } from "../config/is-browser.ts";
import { checkUrl } from "../config/resolve-base-url.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { Auth } from "./auth.ts";
import { credentialsSource } from "./credentials-source.ts";
import { functionSource } from "./function-source.ts";
import { type ObtainToken, TokenManager } from "./token-manager.ts";
import type { TokenProvider } from "./token-provider.ts";

/**
 * Where the calls of one sdk get their tokens from.
 * @throws {UsageError} for credentials that are missing, or that everyone could read
 */
export function createTokenProvider(wire: Wire, auth: Auth, baseUrl: string): TokenProvider {
  if (typeof auth === "string") return fixedToken(wire, auth);
  const source = typeof auth === "function" ? functionSource(wire, auth) : checkedCredentials(wire, auth, baseUrl);
  const manager = new TokenManager(wire.clock, observed(wire, source));
  return {
    get: (signal) => manager.get(signal),
    reject(token) {
      wire.observer.tell("token", { outcome: "rejected" });
      manager.reject(token);
      return true;
    },
  };
}

function fixedToken({ secrets }: Wire, token: string): TokenProvider {
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new UsageError(
      "`auth` is no usable token: it is empty, or holds characters that headers may not. Give the token alone, in one line",
    );
  secrets.add(token);
  return { get: async () => token, reject: () => false };
}

function checkedCredentials(
  wire: Wire,
  auth: Exclude<Auth, string | ((...args: never) => unknown)>,
  baseUrl: string,
): ObtainToken {
  const { clientId, clientSecret, tokenUrl } = auth ?? {};
  if (!clientId || !clientSecret) {
    throw new UsageError("`auth` needs `clientId` and `clientSecret`, or a token, or a function that gives one");
  }
  if (isBrowser() && !auth.dangerouslyAllowBrowser) {
    throw new UsageError(
      "A client secret in a browser is no secret: everyone who opens the page can read it. Give a token, or a function that gets one from your server. To go on all the same, set `auth.dangerouslyAllowBrowser`.",
    );
  }
  if (tokenUrl !== undefined && tokenUrl !== "discover") checkUrl(tokenUrl, "auth.tokenUrl");
  wire.secrets.add(clientSecret);
  return credentialsSource(wire, auth, baseUrl);
}

/** Tells the `token` hook how it went. */
function observed({ observer, clock }: Wire, obtain: ObtainToken): ObtainToken {
  return async (signal, rejected) => {
    try {
      const token = await obtain(signal, rejected);
      const outcome = token.stored ? "stored" : "obtained";
      observer.tell("token", { outcome, lifetimeMs: token.end - clock.now() });
      return token;
    } catch (error) {
      if (!signal.aborted) observer.tell("token", { outcome: "failed", error: error as Error });
      throw error;
    }
  };
}
