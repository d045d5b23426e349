import { BetaSdk, isNotFoundError, isSdkError, type StoredToken } from "@sailkit/beta-sdk";

/** What `wrangler.toml` and `wrangler secret put` give the worker. */
export interface Env {
  readonly BASE_URL: string;
  readonly CLIENT_ID: string;
  readonly CLIENT_SECRET: string;
}

// Tokens outlive a request, as plain data. Each request has an sdk of its own, so that none depends on what another began:
// workers drop what a request has under way when its caller goes away.
const tokens = new Map<string, StoredToken>();

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    const { pathname } = new URL(request.url);
    const id = /^\/tasks\/([^/]+)$/.exec(pathname)?.[1];
    try {
      if (id) return Response.json(await openSdk(env).tasks.get(decodeURIComponent(id)));
      if (pathname !== "/tasks") return new Response("Not found", { status: 404 });
      const failed = openSdk(env).tasks.list({
        filters: { completionStatus: "ERROR" },
        sorters: ["-created"],
        limit: 5,
      });
      const { items, total } = await failed.page();
      return Response.json({ total, tasks: items.map(({ uniqueName, created }) => ({ uniqueName, created })) });
    } catch (error) {
      if (isNotFoundError(error)) return Response.json({ error: "There is no such task." }, { status: 404 });
      if (isSdkError(error)) return Response.json({ error: error.message }, { status: 502 });
      throw error;
    }
  },
};

function openSdk({ BASE_URL, CLIENT_ID, CLIENT_SECRET }: Env): BetaSdk {
  return new BetaSdk({
    baseUrl: BASE_URL,
    auth: {
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      store: { get: (key) => tokens.get(key), set: (key, token) => void tokens.set(key, token) },
    },
    // Isolates do not see each other, so a limiter in one of them could not keep the limit; a 429 is waited for anyway.
    rateLimit: false,
  });
}
