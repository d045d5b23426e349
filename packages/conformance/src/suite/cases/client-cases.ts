import type { Case } from "../case.ts";
import { equal } from "../equal.ts";
import { type Maker, openClient } from "../open-client.ts";
import { rejection } from "../rejection.ts";

/** What the low-level client promises, however it was made. */
export const clientCases: readonly Case[] = [...casesOf("createClient"), ...casesOf("createCaller")];

function casesOf(make: Maker): readonly Case[] {
  return [
    {
      name: `${make}: a filtered, sorted page with its total`,
      async run(world) {
        const client = await openClient(world, make);
        const query = {
          filters: 'completionStatus in ("ERROR", "TEMPERROR")',
          sorters: "-created",
          limit: 5,
          count: true,
        };
        const { data = [], response } = await world.client.getTaskStatusList(client, { params: { query } });
        equal(response.status, 200);
        equal(data.length, 5);
        equal(
          [...data].sort((a, b) => Date.parse(b.created) - Date.parse(a.created)),
          data,
        );
        equal(
          data.every(({ completionStatus }) => completionStatus === "ERROR" || completionStatus === "TEMPERROR"),
          true,
        );
        equal(Number(response.headers.get("X-Total-Count")) > 5, true);
      },
      seen(requests) {
        equal(
          requests.map(({ method, path }) => `${method} ${path}`),
          ["POST /oauth/token", "GET /beta/task-status"],
        );
        equal(requests[1]?.query.filters, 'completionStatus in ("ERROR", "TEMPERROR")');
      },
    },
    {
      name: `${make}: pages by offset that neither overlap nor leave a gap`,
      tenant: () => ({ tasks: 25 }),
      async run(world) {
        const client = await openClient(world, make);
        const ids = new Set<string>();
        for (let offset = 0; ; offset += 10) {
          const { data = [] } = await world.client.getTaskStatusList(client, {
            params: { query: { offset, limit: 10 } },
          });
          for (const { id } of data) ids.add(id);
          if (data.length < 10) break;
        }
        equal(ids.size, 25);
      },
    },
    {
      name: `${make}: one task, and a typed error where there is none`,
      async run(world) {
        const client = await openClient(world, make);
        const { data: [first] = [] } = await world.client.getTaskStatusList(client, {
          params: { query: { limit: 1 } },
        });
        const id = first?.id ?? "";
        equal((await world.client.getTaskStatus(client, { params: { path: { id } } })).data, first);
        const none = await world.client.getTaskStatus(client, { params: { path: { id: "no/such task" } } });
        equal([none.response.status, none.data, typeof none.error], [404, undefined, "object"]);
      },
      seen: (requests) => equal(requests.at(-1)?.path, "/beta/task-status/no%2Fsuch%20task"),
    },
    {
      name: `${make}: HEAD counts, without a body`,
      tenant: () => ({ tasks: 3, pending: 7 }),
      async run(world) {
        const client = await openClient(world, make);
        const { data, response } = await world.client.getPendingTaskHeaders(client, {
          params: { query: { count: true } },
        });
        equal([response.status, response.headers.get("X-Total-Count"), data], [200, "7", undefined]);
      },
      seen: (requests) => equal(requests.at(-1)?.method, "HEAD"),
    },
    {
      name: `${make}: PATCH sends a JSON Patch`,
      tenant: () => ({ tasks: 1, pending: 1 }),
      async run(world) {
        const client = await openClient(world, make);
        const { data: [task] = [] } = await world.client.getPendingTasks(client);
        const { data } = await world.client.updateTaskStatus(client, {
          params: { path: { id: task?.id ?? "" } },
          body: [
            { op: "replace", path: "/completionStatus", value: "ERROR" },
            { op: "replace", path: "/completed", value: "2026-01-02T03:04:05.006Z" },
          ],
        });
        equal([data?.completionStatus, data?.completed], ["ERROR", "2026-01-02T03:04:05.006Z"]);
      },
      seen(requests) {
        const patch = requests.at(-1);
        equal([patch?.method, patch?.headers["content-type"]], ["PATCH", "application/json-patch+json"]);
        equal(JSON.parse(patch?.body ?? "").length, 2);
      },
    },
    {
      name: `${make}: 429 gives the wait that the server asks for`,
      tenant: () => ({ faults: [{ on: { path: "/beta/task-status" }, status: 429, headers: { "retry-after": "7" } }] }),
      async run(world) {
        const { data, error, response } = await world.client.getTaskStatusList(await openClient(world, make));
        equal(
          [response.status, response.headers.get("Retry-After"), data, typeof error],
          [429, "7", undefined, "object"],
        );
      },
    },
    {
      // The fetch of workerd rejects with a copy.
      name: `${make}: an abort rejects as fetch does, with the reason of the signal or a copy`,
      tenant: () => ({ faults: [{ on: { path: "/beta/task-status" }, hang: true }] }),
      async run(world) {
        const client = await openClient(world, make);
        const controller = new AbortController();
        const call = world.client.getTaskStatusList(client, { signal: controller.signal });
        setTimeout(() => controller.abort(new Error("enough")), 50);
        const error = await rejection(call);
        equal([error.name, error.message], ["Error", "enough"]);
      },
    },
    {
      name: `${make}: a call that cannot be right is refused before it is sent`,
      async run(world) {
        const client = await openClient(world, make);
        const call = async () => world.client.getTaskStatus(client, { params: { path: { id: "" } } });
        equal((await rejection(call())).name, "RequestError");
      },
      seen: (requests) => equal(requests.length, 1),
    },
  ];
}
