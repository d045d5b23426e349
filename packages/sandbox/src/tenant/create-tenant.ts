import { sandboxClients } from "../auth/sandbox-clients.ts";
import { TokenStore } from "../auth/token-store.ts";
import type { Clock } from "../clock/clock.ts";
import { createClock } from "../clock/create-clock.ts";
import { FaultPlan } from "../faults/fault-plan.ts";
import { RateLimiter } from "../limits/rate-limiter.ts";
import { betaCollectionSupport } from "../operations/beta-collection-support.ts";
import { createRandom } from "../random/create-random.ts";
import { progressTask } from "../tasks/progress-task.ts";
import { seedTask } from "../tasks/seed-task.ts";
import { seedTasks } from "../tasks/seed-tasks.ts";
import type { Task } from "../tasks/task.ts";
import { TaskStore } from "../tasks/task-store.ts";
import { createArrivals } from "./create-arrivals.ts";
import { createFetch } from "./create-fetch.ts";
import { createHandler } from "./create-handler.ts";
import type { RecordedRequest } from "./recorded-request.ts";
import type { StartTaskOptions } from "./start-task-options.ts";
import type { StrayRequest } from "./stray-request.ts";
import type { Tenant } from "./tenant.ts";
import type { TenantOptions } from "./tenant-options.ts";
import type { TenantState } from "./tenant-state.ts";

/**
 * A tenant of the beta API in memory. It needs nothing but a runtime with `fetch`.
 *
 * @example
 * const tenant = createTenant({ tasks: 500, clock: createClock({ speed: 0 }) });
 * const client = createClient({ baseUrl: "https://acme.example/beta", fetch: tenant.fetch });
 */
export function createTenant(options: TenantOptions = {}): Tenant {
  const { clock = createClock(), seed = "sailkit", faults = [], origin } = options;
  const state = createState(options, clock, seed);
  const { tasks, tokens, clients } = state;
  const requests: RecordedRequest[] = [];
  const strays: StrayRequest[] = [];
  // Each purpose draws from a source of its own, so that what is asked does not decide what comes next.
  const startRandom = createRandom(`${seed} started`);
  const completedRandom = createRandom(`${seed} completed`);

  const tenant: Tenant = {
    handle: (request) => handle(request),
    fetch: createFetch({ handle: (request) => handle(request), strays, ...(origin !== undefined && { origin }) }),
    tasks,
    requests,
    strays,
    faults: new FaultPlan(faults),
    clients,
    clock,
    async advance(ms) {
      if (clock.advance === undefined)
        throw new TypeError("The clock of this tenant has no advance(); move it yourself.");
      await clock.advance(ms);
    },
    startTask: (how) => startTask(how),
    addCompletedTask: () => addCompletedTask(),
    revokeTokens: (clientId) => tokens.revoke(clock.now(), clientId),
  };

  const handle = createHandler({
    tenant,
    state,
    requests,
    arrive: createArrivals(createRandom(`${seed} arrivals`), tasks, clock, options.arrivals),
    requestIds: createRandom(`${seed} requests`),
    cors: options.cors ?? false,
    recordLimit: options.recordLimit ?? 10_000,
  });

  function startTask(how: StartTaskOptions = {}): Task {
    const { task, plan } = seedTask(startRandom, {
      wait: 2_000,
      duration: 30_000,
      completionStatus: "SUCCESS",
      ...how,
      created: clock.now(),
    });
    tasks.insert(task, { plan });
    return task;
  }

  function addCompletedTask(): Task {
    const created = clock.now() - 1_000;
    const { task, plan } = seedTask(completedRandom, { created, wait: 100, duration: 500 });
    const ended = progressTask({ task, plan, created }, plan.end).task;
    tasks.insert(ended);
    return ended;
  }

  return tenant;
}

function createState(options: TenantOptions, clock: Clock, seed: number | string): TenantState {
  const { tasks = 2_000, rateLimit = {}, collection } = options;
  const given = typeof tasks === "number" ? undefined : tasks;
  const store = new TaskStore(() => clock.now());
  store.append((given ?? []).map((task) => ({ task })));
  const { pending = given ? 0 : 12, expired = given ? 0 : 20 } = options;
  const completed = typeof tasks === "number" ? tasks : 0;
  store.append(seedTasks(createRandom(`${seed} tasks`), { now: clock.now(), completed, pending, expired }));
  return {
    tenant: options.tenant ?? "sandbox",
    clock,
    tasks: store,
    clients: options.clients ?? Object.values(sandboxClients),
    tokens: new TokenStore(createRandom(`${seed} tokens`)),
    expiresIn: options.expiresIn ?? 749,
    tokenOrigin: options.tokenOrigin,
    limiter: rateLimit === false ? undefined : new RateLimiter(rateLimit),
    collection: { ...betaCollectionSupport, ...collection },
    pastEnd: options.pastEnd ?? "empty",
    emptyPending: options.emptyPending ?? "list",
    longestUrl: options.longestUrl ?? 8_192,
  };
}
