import type { Wire } from "../call/wire.ts";
import { checkUrl } from "../config/resolve-base-url.ts";
import type { ClientCredentials } from "./auth.ts";
import { parseToken } from "./parse-token.ts";
import { requestToken } from "./request-token.ts";
import type { Token } from "./token.ts";
import { tokenFreshness } from "./token-freshness.ts";
import type { ObtainToken } from "./token-manager.ts";
import type { StoredToken } from "./token-store.ts";

const advice =
  "Check `clientId` and `clientSecret` (SAIL_CLIENT_ID, SAIL_CLIENT_SECRET), and that they belong to this tenant.";

/** Gets tokens for an API client or a personal access token: from the store, else from the token endpoint. */
export function credentialsSource(wire: Wire, credentials: ClientCredentials, baseUrl: string): ObtainToken {
  const { clientId, clientSecret, tokenUrl, store } = credentials;
  const { clock, observer, secrets } = wire;
  const form = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
  const key = `${clientId}@${new URL(baseUrl).host}`;
  let endpoint = tokenUrl === "discover" ? undefined : (tokenUrl ?? new URL("/oauth/token", baseUrl).href);

  const stored = async (rejected: string | undefined): Promise<Token | undefined> => {
    const found = await store?.get(key);
    if (!found || found.accessToken === rejected) return undefined;
    const { accessToken: value, expiresAt, lifetimeMs } = found;
    const token = {
      value,
      lifetimeMs,
      stored: true,
      end: clock.now() + Math.min(expiresAt - clock.date(), lifetimeMs),
    };
    return tokenFreshness(token, clock.now()) === "fresh" ? token : undefined;
  };
  const keep = async (token: StoredToken): Promise<void> => {
    await store?.set(key, token);
  };
  // A store that fails costs a token request, not the call.
  const ignore = (error: unknown): undefined =>
    observer.tell("token", { outcome: "failed", error: error as Error }) as undefined;

  return async (signal, rejected) => {
    const found = await stored(rejected).catch(ignore);
    if (found) {
      secrets.add(found.value, true);
      return found;
    }
    endpoint ??= await discover(wire, baseUrl, signal);
    const { value, lifetimeMs } = await requestToken(wire, { url: endpoint, form, advice }, signal, parseToken);
    secrets.add(value, true);
    await keep({ accessToken: value, expiresAt: clock.date() + lifetimeMs, lifetimeMs }).catch(ignore);
    return { value, lifetimeMs, end: clock.now() + lifetimeMs };
  };
}

/** The token endpoint that the API's server names. */
function discover(wire: Wire, baseUrl: string, signal: AbortSignal): Promise<string> {
  const url = new URL("/oauth/info", baseUrl).href;
  return requestToken<string>(wire, { url, advice: "Set `auth.tokenUrl`." }, signal, (body) => {
    const { tokenEndpoint } = (body ?? {}) as { tokenEndpoint?: unknown };
    return typeof tokenEndpoint === "string"
      ? checkUrl(tokenEndpoint, "tokenEndpoint").href
      : { problem: "names no `tokenEndpoint`" };
  });
}
