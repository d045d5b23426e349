import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { serve } from "@hono/node-server";
import { createTenant, sandboxClients } from "@sailkit/sandbox";
import { serve as serveTenant } from "@sailkit/sandbox/node";
import { build } from "esbuild";
import { look } from "./look.ts";
import { createApp } from "./server/create-app.ts";

// A tenant that lets pages of other origins in. A real one may not: then have the page's server pass its requests on.
const tenant = createTenant({ tasks: 200, cors: true });
const api = await serveTenant(tenant);
const { id: clientId, secret: clientSecret } = sandboxClients.user;

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("./page/page.ts", import.meta.url))],
  bundle: true,
  minify: true,
  format: "esm",
  write: false,
});
const app = createApp({ baseUrl: `${api.url}/beta`, clientId, clientSecret }, outputFiles[0]?.text ?? "");
const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 });
if (!server.listening) await once(server, "listening");
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

const browser = process.env.SAILKIT_BROWSER;
if (!browser) console.log(`Open ${url}. Ctrl+C ends it. SAILKIT_BROWSER names a Chromium to look at it by itself.`);
else {
  try {
    const { before, after, tokens, received } = await look(browser, url);
    console.log(`The page shows ${before}, and after a click ${after}.`);
    console.log(`Tokens it asked for: ${tokens}. The secret was sent to it: ${received.includes(clientSecret)}`);
  } finally {
    server.close();
    await api.close();
  }
}
