import { createTenant, type Fault, sandboxClients, type Tenant } from "@sailkit/sandbox";

/** Who calls. */
export type Caller = keyof typeof sandboxClients;

/** Where the explorer sends requests. */
export interface ExplorerTarget {
  readonly baseUrl: string;
  send(request: Request): Promise<Response>;
  /** The token of a caller; asked for once. */
  token(caller: Caller): Promise<string>;
  /** Has the next request of an operation meet a fault. Missing where faults cannot be had. */
  breakNext?(fault: Fault): void;
  /** Ids of tasks to try, where they are known. */
  readonly ids: { readonly pending: string; readonly completed: string } | undefined;
}

/** A tenant in this page. Nothing it is asked leaves the browser. */
export function pageTarget(): ExplorerTarget {
  const tenant = createTenant({ tasks: 500 });
  const origin = "https://sandbox.example";
  const send = (request: Request) => tenant.fetch(request);
  return {
    baseUrl: `${origin}/beta`,
    send,
    token: rememberTokens(origin, send),
    breakNext: (fault) => {
      tenant.faults.clear().add({ ...fault, times: 1, on: { path: /^\/beta\// } });
    },
    ids: idsOf(tenant),
  };
}

/** A sandbox that listens on this machine: `pnpm sandbox --cors`. */
export function localTarget(url: string): ExplorerTarget {
  const origin = new URL(url).origin;
  const send = (request: Request) => fetch(request);
  return { baseUrl: `${origin}/beta`, send, token: rememberTokens(origin, send), ids: undefined };
}

function idsOf({ tasks }: Tenant): ExplorerTarget["ids"] {
  const [[pending], [completed]] = [tasks.pending(), tasks.completed()];
  return pending && completed ? { pending: pending.id, completed: completed.id } : undefined;
}

function rememberTokens(origin: string, send: ExplorerTarget["send"]): ExplorerTarget["token"] {
  const known = new Map<Caller, { readonly token: string; readonly until: number }>();
  return async (caller) => {
    const kept = known.get(caller);
    if (kept && kept.until > Date.now()) return kept.token;
    const { id, secret } = sandboxClients[caller];
    const body = new URLSearchParams({ grant_type: "client_credentials", client_id: id, client_secret: secret });
    const response = await send(new Request(`${origin}/oauth/token`, { method: "POST", body }));
    if (!response.ok)
      throw new Error(
        `${origin} gave no token: it answered ${response.status}. Is that the id and secret of a client of this tenant?`,
      );
    const { access_token: token, expires_in: seconds } = await response.json();
    known.set(caller, { token, until: Date.now() + (seconds - 60) * 1000 });
    return token;
  };
}
