import { Hono } from "hono";

/** What the server knows and the page does not. */
export interface Credentials {
  /** The API, such as `https://acme.api.identitynow.com/beta`. */
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * Serves the page, and gives it tokens.
 * @param script the page's program, bundled
 */
export function createApp({ baseUrl, clientId, clientSecret }: Credentials, script: string): Hono {
  const app = new Hono();
  app.get("/", (c) => c.html(page(baseUrl)));
  app.get("/page.js", (c) => c.body(script, 200, { "content-type": "text/javascript" }));

  // Here your own session decides who may have a token, and of which credentials.
  app.post("/token", async (c) => {
    if (c.req.header("sec-fetch-site") !== "same-origin") return c.json({ error: "For this page only." }, 403);
    const answer = await fetch(new URL("/oauth/token", baseUrl), {
      method: "POST",
      body: new URLSearchParams({ grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret }),
    });
    if (!answer.ok) return c.json({ error: "There is no token." }, 502);
    const { access_token, expires_in } = (await answer.json()) as { access_token: string; expires_in: number };
    return c.json({ accessToken: access_token, expiresIn: expires_in });
  });
  return app;
}

function page(baseUrl: string): string {
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Failed tasks</title>
  <body data-base-url="${baseUrl}">
    <h1>Failed tasks</h1>
    <p role="status">Loading…</p>
    <ul></ul>
    <button hidden>More</button>
    <script type="module" src="/page.js"></script>
  </body>
</html>`;
}
