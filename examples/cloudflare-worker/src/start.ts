import { fileURLToPath } from "node:url";
import { createTenant, sandboxClients } from "@sailkit/sandbox";
import { serve } from "@sailkit/sandbox/node";
import { build } from "esbuild";
import { Miniflare } from "miniflare";
import type { Env } from "./worker.ts";

const tenant = createTenant({ tasks: 200 });
const api = await serve(tenant);
const { id, secret } = sandboxClients.user;
const bindings: Env & Record<string, string> = {
  BASE_URL: `${api.url}/beta`,
  CLIENT_ID: id,
  CLIENT_SECRET: secret,
};

// What `wrangler dev` does: one file for workerd, and the runtime of Cloudflare around it.
const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("./worker.ts", import.meta.url))],
  bundle: true,
  format: "esm",
  conditions: ["workerd", "worker", "browser"],
  write: false,
});
const miniflare = new Miniflare({
  modules: true,
  script: outputFiles[0]?.text ?? "",
  compatibilityDate: "2026-01-01",
  bindings,
  // Miniflare would ask Cloudflare where this machine is.
  cf: false,
});
const ask = async (path: string) => {
  const answer = await miniflare.dispatchFetch(`http://worker.example${path}`);
  return { status: answer.status, body: (await answer.json()) as unknown };
};

try {
  const { body } = await ask("/tasks");
  const { total, tasks } = body as { total: number; tasks: Record<string, string>[] };
  console.log(`The worker says that ${total} tasks failed, the latest of them:`);
  console.table(tasks);
  const many = await Promise.all(Array.from({ length: 20 }, () => ask("/tasks")));
  console.log(`20 requests at once were answered: ${[...new Set(many.map(({ status }) => status))].join(", ")}`);
  console.log(`/tasks/nobody is answered: ${(await ask("/tasks/nobody")).status}`);
  console.log(`Tokens fetched: ${tenant.requests.filter(({ path }) => path === "/oauth/token").length}`);
} finally {
  await miniflare.dispose();
  await api.close();
}
