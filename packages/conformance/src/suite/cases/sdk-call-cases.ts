import type { TaskStatus } from "@sailkit/beta-client";
import type { Case } from "../case.ts";
import { application } from "../credentials.ts";
import { equal } from "../equal.ts";
import { openSdk } from "../open-sdk.ts";
import { rejection } from "../rejection.ts";

/** What the sdk promises of single calls and their errors. */
export const sdkCallCases: readonly Case[] = [
  {
    name: "sdk: 404 is a NotFoundError that says which request it was",
    async run(world) {
      const error = await rejection(openSdk(world).tasks.get("nobody"));
      equal([error.name, error.status, error.operationId], ["NotFoundError", 404, "getTaskStatus"]);
      equal([world.sdk.isNotFoundError(error), world.sdk.isPermissionError(error)], [true, false]);
      equal([typeof error.requestId, error instanceof Error], ["string", true]);
    },
  },
  {
    name: "sdk: a patch made of typed steps",
    tenant: () => ({ tasks: 1, pending: 1 }),
    async run(world) {
      const sdk = openSdk(world);
      const [task] = await sdk.tasks.pending.list().toArray();
      const completed = new Date("2026-01-02T03:04:05.006Z");
      const changes = world.sdk
        .patch<TaskStatus>()
        .replace("/completionStatus", "ERROR")
        .replace("/completed", completed);
      const { completionStatus, completed: ended } = await sdk.tasks.update(task?.id ?? "", changes);
      equal([completionStatus, ended], ["ERROR", "2026-01-02T03:04:05.006Z"]);
      equal(await sdk.tasks.pending.count(), 0);
    },
    seen: (requests) =>
      equal(requests.find(({ method }) => method === "PATCH")?.headers["content-type"], "application/json-patch+json"),
  },
  {
    name: "sdk: the token of an application is refused a change, and told what it lacks",
    tenant: () => ({ tasks: 1, pending: 1 }),
    async run(world) {
      const sdk = openSdk(world, {}, application);
      const [task] = await sdk.tasks.pending.list().toArray();
      const error = await rejection(sdk.tasks.complete(task?.id ?? "", "ERROR"));
      equal([error.name, error.status], ["PermissionError", 403]);
      equal((error.required as { userOnly: boolean }).userOnly, true);
    },
  },
  {
    name: "sdk: credentials that are wrong give an AuthenticationError without the secret",
    async run(world) {
      const sdk = openSdk(world, {}, { clientId: "sandbox-user", clientSecret: "not-the-secret" });
      const error = await rejection(sdk.tasks.get("a"));
      equal(error.name, "AuthenticationError");
      equal(`${error.message} ${error.stack} ${JSON.stringify(error)}`.includes("not-the-secret"), false);
    },
  },
  {
    name: "sdk: a token that the API refuses is replaced once",
    tenant: () => ({
      tasks: 1,
      faults: [{ on: { operation: "getTaskStatusList", nth: 2 }, run: (tenant) => void tenant.revokeTokens() }],
    }),
    async run(world) {
      const sdk = openSdk(world);
      await sdk.tasks.list({ limit: 1 }).page();
      equal((await sdk.tasks.list({ limit: 1 }).page()).items.length, 1);
    },
    seen: (requests) =>
      equal(
        requests.map(({ status }) => status),
        [200, 200, 401, 200, 200],
      ),
  },
  {
    name: "sdk: bad JSON is a DecodeError",
    tenant: () => ({ faults: [{ on: { operation: "getTaskStatus" }, body: '{"id": "a' }] }),
    async run(world) {
      const error = await rejection(openSdk(world, { retry: false }).tasks.get("a"));
      equal([error.name, error.operationId], ["DecodeError", "getTaskStatus"]);
    },
  },
  {
    name: "sdk: an answer without end is cut off",
    tenant: () => ({ faults: [{ on: { operation: "getTaskStatusList" }, flood: { bytes: 1e8, gzip: true } }] }),
    async run(world) {
      const sdk = openSdk(world, { retry: false, maxBodyBytes: 100_000 });
      equal((await rejection(sdk.tasks.list().first())).name, "DecodeError");
    },
  },
  {
    name: "sdk: a redirect is not followed, and takes no token along",
    tenant: () => ({ faults: [{ on: { operation: "getTaskStatus" }, redirect: "/beta/elsewhere" }] }),
    async run(world) {
      const error = await rejection(openSdk(world, { retry: false }).tasks.get("a"));
      equal([error.name, world.sdk.isApiError(error)], ["RedirectError", true]);
    },
    seen: (requests) =>
      equal(
        requests.some(({ path }) => path === "/beta/elsewhere"),
        false,
      ),
  },
  {
    name: "sdk: a task is watched to its end",
    tenant: () => ({ tasks: 1, pending: 1 }),
    async run(world) {
      const sdk = openSdk(world);
      const [task] = await sdk.tasks.pending.list().toArray();
      const id = task?.id ?? "";
      const seen: unknown[] = [];
      const waiting = sdk.tasks.waitFor(id, {
        interval: 50,
        onProgress: ({ completionStatus }) => seen.push(completionStatus),
      });
      setTimeout(() => void sdk.tasks.complete(id, "TERMINATED"), 100);
      equal((await waiting).completionStatus, "TERMINATED");
      equal([seen[0], seen.at(-1)], [null, "TERMINATED"]);
    },
  },
];
