import { BetaSdk } from "@sailkit/beta-sdk";
import { createClock, createTenant, sandboxClients } from "@sailkit/sandbox";
import { serve } from "@sailkit/sandbox/node";
import { clearPending } from "./clear-pending.ts";
import { listFailed } from "./list-failed.ts";
import { watchTask } from "./watch-task.ts";

// A tenant in memory whose time runs ten times as fast, so that nobody waits for its tasks.
const tenant = createTenant({ tasks: 2000, clock: createClock({ speed: 10 }) });
const server = await serve(tenant);
try {
  const { id: clientId, secret: clientSecret } = sandboxClients.user;
  const sdk = new BetaSdk({ baseUrl: `${server.url}/beta`, auth: { clientId, clientSecret } });
  console.log(`A sandbox tenant listens on ${server.url}.`);
  await listFailed(sdk);
  await watchTask(sdk, tenant.startTask({ uniqueName: "Account Aggregation", wait: 5_000, duration: 40_000 }).id);
  tenant.startTask({ uniqueName: "Entitlement Aggregation that hangs", wait: 0, duration: Number.POSITIVE_INFINITY });
  await clearPending(sdk);
} finally {
  await server.close();
}
