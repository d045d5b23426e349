import type { SandboxClient } from "../src/auth/sandbox-client.ts";
import { sandboxClients } from "../src/auth/sandbox-clients.ts";
import { createClock } from "../src/clock/create-clock.ts";
import { createTenant } from "../src/tenant/create-tenant.ts";
import type { Tenant } from "../src/tenant/tenant.ts";
import type { TenantOptions } from "../src/tenant/tenant-options.ts";

/** Where the clock of every test begins. */
export const start = Date.UTC(2026, 2, 1, 12);

/** A tenant whose time stands still, and a caller with a token. */
export interface Session {
  readonly tenant: Tenant;
  readonly token: string;
  /** Sends an authorised request to a path below `/beta`. */
  call(path: string, init?: RequestInit): Promise<Response>;
}

const origin = "https://acme.test";

/** A session against a tenant in memory. By default: 30 completed tasks, a user, no rate limit. */
export async function startSession(
  options: TenantOptions = {},
  client: SandboxClient = sandboxClients.user,
): Promise<Session> {
  const tenant = createTenant({ clock: createClock({ start, speed: 0 }), tasks: 30, rateLimit: false, ...options });
  const token = await requestToken(tenant.fetch, origin, client);
  return {
    tenant,
    token,
    call: (path, init = {}) =>
      tenant.fetch(`${origin}/beta${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}`, ...init.headers },
      }),
  };
}

/** Asks the token endpoint of `url` for an access token. */
export async function requestToken(fetch: Tenant["fetch"], url: string, client: SandboxClient): Promise<string> {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: client.id,
    client_secret: client.secret,
  });
  const response = await fetch(`${url}/oauth/token`, { method: "POST", body });
  if (!response.ok) throw new Error(`No token: ${response.status} ${await response.text()}`);
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}
