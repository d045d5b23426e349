import type { Case } from "../case.ts";
import { equal } from "../equal.ts";
import { openSdk } from "../open-sdk.ts";
import { rejection } from "../rejection.ts";

const get = { operation: "getTaskStatusList" } as const;

/** What the sdk promises when servers and networks misbehave, and callers lose patience. */
export const sdkTroubleCases: readonly Case[] = [
  {
    name: "sdk: 429 with Retry-After is waited for, then sent again",
    tenant: () => ({ tasks: 1, faults: [{ on: get, times: 1, status: 429, headers: { "retry-after": "1" } }] }),
    async run(world) {
      equal((await openSdk(world).tasks.list().page()).items.length, 1);
    },
    seen(requests) {
      equal(
        requests.map(({ status }) => status),
        [200, 429, 200],
      );
      const [, refused, again] = requests;
      // Timers of some runtimes fire a little early.
      equal((again?.at ?? 0) - (refused?.at ?? 0) >= 980, true);
    },
  },
  {
    name: "sdk: 429 that asks for too long a wait is a RateLimitError that says how long",
    tenant: () => ({ faults: [{ on: get, status: 429, headers: { "retry-after": "600" } }] }),
    async run(world) {
      const error = await rejection(openSdk(world).tasks.list().page());
      equal([error.name, error.status, error.retryAfterMs], ["RateLimitError", 429, 600_000]);
      equal(world.sdk.isRateLimitError(error), true);
    },
    seen: (requests) => equal(requests.length, 2),
  },
  {
    name: "sdk: 503 is sent again after a backoff",
    tenant: () => ({ tasks: 2, faults: [{ on: get, times: 2, status: 503 }] }),
    async run(world) {
      const sdk = openSdk(world, { retry: { baseDelay: 20 } });
      equal((await sdk.tasks.list().page()).items.length, 2);
    },
    seen: (requests) =>
      equal(
        requests.map(({ status }) => status),
        [200, 503, 503, 200],
      ),
  },
  {
    name: "sdk: a connection that breaks is a ConnectionError",
    tenant: () => ({ faults: [{ on: get, connection: "reset" }] }),
    async run(world) {
      const error = await rejection(openSdk(world, { retry: false }).tasks.list().page());
      equal(
        [error.name, error.operationId, world.sdk.isSdkError(error)],
        ["ConnectionError", "getTaskStatusList", true],
      );
    },
  },
  {
    name: "sdk: an answer that breaks off is a ConnectionError, or sent again",
    tenant: () => ({ tasks: 50, faults: [{ on: get, times: 1, truncate: 100 }] }),
    async run(world) {
      const sdk = openSdk(world, { retry: { baseDelay: 20 } });
      equal((await sdk.tasks.list().page()).items.length, 50);
    },
    seen: (requests) => equal(requests.length, 3),
  },
  {
    name: "sdk: silence is a TimeoutError",
    tenant: () => ({ faults: [{ on: get, hang: true }] }),
    async run(world) {
      const error = await rejection(openSdk(world, { retry: false, attemptTimeout: 150 }).tasks.list().page());
      equal([error.name, error.scope, error.timeoutMs], ["TimeoutError", "attempt", 150]);
    },
  },
  {
    name: "sdk: an abort on the wire rejects with the reason of the signal",
    tenant: () => ({ faults: [{ on: get, hang: true }] }),
    async run(world) {
      const controller = new AbortController();
      const reason = new Error("enough");
      const call = openSdk(world).tasks.list({ signal: controller.signal }).page();
      setTimeout(() => controller.abort(reason), 50);
      equal((await rejection(call)) === reason, true);
    },
  },
  {
    name: "sdk: an abort during a backoff ends it at once",
    tenant: () => ({ faults: [{ on: get, status: 429, headers: { "retry-after": "50" } }] }),
    async run(world) {
      const controller = new AbortController();
      const reason = new Error("enough");
      const sdk = openSdk(world, { hooks: { retry: () => controller.abort(reason) } });
      equal((await rejection(sdk.tasks.list({ signal: controller.signal }).page())) === reason, true);
    },
    seen: (requests) => equal(requests.length, 2),
  },
];
