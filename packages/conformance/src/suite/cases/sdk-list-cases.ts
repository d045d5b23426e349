import type { Case } from "../case.ts";
import { equal } from "../equal.ts";
import { openSdk } from "../open-sdk.ts";
import { rejection } from "../rejection.ts";

const lists = { operation: ["getTaskStatusList", "getPendingTasks", "getPendingTaskHeaders"] } as const;

/** What the sdk promises of collections. */
export const sdkListCases: readonly Case[] = [
  {
    name: "sdk: one token for calls that start together, kept for those that follow",
    async run(world) {
      const sdk = openSdk(world);
      await Promise.all(Array.from({ length: 5 }, () => sdk.tasks.list({ limit: 1 }).page()));
      await sdk.tasks.list().first();
    },
    seen(requests) {
      const tokens = requests.filter(({ path }) => path === "/oauth/token");
      equal(
        tokens.map(({ method, headers }) => [method, headers["content-type"]?.split(";")[0]]),
        [["POST", "application/x-www-form-urlencoded"]],
      );
      equal(requests.length, 7);
    },
  },
  {
    name: "sdk: a typed filter and a sorter, with the total",
    async run(world) {
      const filters = { completionStatus: { in: ["ERROR", "TEMPERROR"] } } as const;
      const page = await openSdk(world)
        .tasks.list({ filters, sorters: ["-created"], limit: 5 })
        .page();
      equal(page.items.length, 5);
      equal(
        page.items.every(({ completionStatus }) => completionStatus === "ERROR" || completionStatus === "TEMPERROR"),
        true,
      );
      equal((page.total ?? 0) > 5, true);
    },
    seen: (requests) => equal(requests[1]?.query.sorters, "-created"),
  },
  {
    name: "sdk: text of any script in a filter",
    async run(world) {
      const type = 'Größe "日本" 🚢 a\\b & c=d';
      equal(await openSdk(world).tasks.list({ filters: { type } }).toArray(), []);
    },
    seen: (requests) => equal(requests[1]?.query.filters, 'type eq "Größe \\"日本\\" 🚢 a\\\\b & c=d"'),
  },
  {
    name: "sdk: every row of many pages exactly once, one page read ahead",
    tenant: () => ({ tasks: 130 }),
    async run(world) {
      const ids: string[] = [];
      for await (const { id } of openSdk(world).tasks.list({ limit: 25, readAhead: 1 })) ids.push(id);
      equal([ids.length, new Set(ids).size], [130, 130]);
    },
  },
  {
    name: "sdk: rows that move while they are read still come once",
    tenant: () => ({ tasks: 60, faults: [{ on: { ...lists, nth: 2 }, drift: { insert: 3 } }] }),
    async run(world) {
      const ids = (await openSdk(world).tasks.list({ limit: 20 }).toArray()).map(({ id }) => id);
      equal([ids.length >= 60, new Set(ids).size], [true, ids.length]);
    },
  },
  {
    name: "sdk: the count of pending tasks",
    tenant: () => ({ tasks: 1, pending: 9 }),
    run: async (world) => equal(await openSdk(world).tasks.pending.count(), 9),
  },
  {
    name: "sdk: X-Total-Count hidden (B02): lists end, totals are undefined",
    // From a page CORS hides it; elsewhere only a server that does not send it can.
    tenant: (page) => ({
      tasks: 30,
      pending: 2,
      ...(page ? { cors: { expose: [] } } : { faults: [{ on: lists, headers: { "x-total-count": null } }] }),
    }),
    async run(world) {
      const sdk = openSdk(world);
      equal((await sdk.tasks.list({ limit: 10 }).page()).total, undefined);
      equal((await sdk.tasks.list({ limit: 10 }).toArray()).length, 30);
      equal(await sdk.tasks.pending.count(), undefined);
    },
  },
  {
    name: "sdk: leaving a loop sends nothing more",
    tenant: () => ({ tasks: 100 }),
    async run(world) {
      for await (const _ of openSdk(world).tasks.list({ limit: 10 })) break;
    },
    seen: (requests) => equal(requests.length, 2),
  },
  {
    name: "sdk: an error on a later page is thrown, never taken for the end",
    tenant: () => ({ tasks: 60, faults: [{ on: { ...lists, nth: 2 }, status: 403 }] }),
    async run(world) {
      const error = await rejection(openSdk(world).tasks.list({ limit: 20 }).toArray());
      equal([error.name, error.status], ["PermissionError", 403]);
    },
  },
];
