import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { BetaSdk } from "@sailkit/beta-sdk";
import { createTenant, sandboxClients } from "@sailkit/sandbox";
import { serve as serveTenant } from "@sailkit/sandbox/node";
import { createApp } from "./create-app.ts";

// A tenant in memory. The third request for a list is refused, so that the service has something to turn into an answer.
const tenant = createTenant({
  tasks: 200,
  faults: [{ on: { operation: "getTaskStatusList", nth: 3 }, status: 429, headers: { "retry-after": "90" } }],
});
const api = await serveTenant(tenant);
const { id: clientId, secret: clientSecret } = sandboxClients.user;
const sdk = new BetaSdk({ baseUrl: `${api.url}/beta`, auth: { clientId, clientSecret } });

const server = serve({ fetch: createApp(sdk).fetch, hostname: "127.0.0.1", port: 0 });
if (!server.listening) await once(server, "listening");
const service = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
console.log(`A web service over the tasks of a sandbox tenant listens on ${service}.`);

interface FailedTasks {
  readonly tasks: readonly { readonly id: string; readonly uniqueName: string; readonly completionStatus: string }[];
  readonly total: number;
  readonly next: string;
}

try {
  const first = (await (await fetch(`${service}/tasks/failed`)).json()) as FailedTasks;
  const second = (await (await fetch(service + first.next)).json()) as FailedTasks;
  console.log(`${first.total} tasks failed. The first of two pages of 10:`);
  console.table(
    first.tasks.map(({ uniqueName, completionStatus }) => ({ task: uniqueName, status: completionStatus })),
  );
  const shown = new Set([...first.tasks, ...second.tasks].map(({ id }) => id));
  console.log(`Different tasks on both pages: ${shown.size}`);
  for (const path of [`/tasks/${first.tasks[0]?.id}`, "/tasks/nobody", "/tasks/failed"]) {
    const answer = await fetch(service + path);
    console.log(
      `${answer.status} ${path.replace(/[\da-f]{32}/, "{id}")} ${answer.headers.get("Retry-After") ?? ""}`.trim(),
    );
  }
} finally {
  server.close();
  await api.close();
}
