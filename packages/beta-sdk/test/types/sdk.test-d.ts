// Types are behaviour: `tsc` reads this file, nothing runs it. Every error stands on the line after its directive.
import {
  type Caller,
  type GetTaskStatusListFilters,
  getPendingTaskHeaders,
  getPendingTasks,
  getTaskStatus,
  getTaskStatusList,
  type Result,
  type TaskStatus,
  updateTaskStatus,
} from "@sailkit/beta-client";
import { expectTypeOf } from "vitest";
import {
  BetaSdk,
  type Collection,
  isApiError,
  type JsonPatch,
  type Page,
  patch,
  pointer,
  type Success,
} from "../../src/index.ts";

declare const sdk: BetaSdk;
declare const id: string;

// Construction
new BetaSdk({ tenant: "acme", auth: { clientId: "a", clientSecret: "b" } });
new BetaSdk({ tenant: "acme", auth: "token" });
new BetaSdk({ baseUrl: "https://acme.example/beta", auth: async ({ rejected }) => rejected ?? "token" });
new BetaSdk({ tenant: "acme", auth: () => ({ accessToken: "token", expiresIn: 60 }), retry: false, rateLimit: false });
// @ts-expect-error: without auth
new BetaSdk({ tenant: "acme" });
// @ts-expect-error: half of the credentials
new BetaSdk({ tenant: "acme", auth: { clientId: "a" } });
// @ts-expect-error: no such option
new BetaSdk({ tenant: "acme", auth: "token", timeOut: 5 });

// call: data of the right type, parameters of the right names
expectTypeOf(sdk.call(getTaskStatus, { params: { path: { id } } })).toEqualTypeOf<Promise<TaskStatus>>();
expectTypeOf(sdk.call(getTaskStatusList)).toEqualTypeOf<Promise<TaskStatus[]>>();
expectTypeOf(sdk.call(getPendingTasks)).toEqualTypeOf<Promise<TaskStatus[] | undefined>>();
expectTypeOf(sdk.call(getPendingTaskHeaders)).toEqualTypeOf<Promise<undefined>>();
sdk.call(
  updateTaskStatus,
  { params: { path: { id } }, body: [{ op: "remove", path: "/x" }] },
  { timeout: 5, retry: false },
);
// @ts-expect-error: the id is missing
sdk.call(getTaskStatus);
// @ts-expect-error: the id is missing
sdk.call(getTaskStatus, {});
// @ts-expect-error: no such parameter
sdk.call(getTaskStatusList, { params: { query: { limt: 5 } } });
// @ts-expect-error: not a number
sdk.call(getTaskStatusList, { params: { query: { limit: "5" } } });
// @ts-expect-error: no such operation of JSON Patch
sdk.call(updateTaskStatus, { params: { path: { id } }, body: [{ op: "merge", path: "/x" }] });
// @ts-expect-error: no such setting
sdk.call(getTaskStatusList, {}, { timeOut: 5 });
const answer = await sdk.callWithResponse(getTaskStatusList);
expectTypeOf(answer.data).toEqualTypeOf<TaskStatus[]>();
answer.response.headers.get("X-Total-Count");

// Any client that our generator makes
interface Account {
  id: string;
  active: boolean;
}
interface ListAccountsInit {
  params: {
    query?: { limit?: number; offset?: number; count?: boolean; detail?: "SLIM" | "FULL"; filters?: string };
    path: { source: string };
  };
  readonly "~filters"?: {
    name: { operators: "eq" | "sw"; value: string };
    active: { operators: "eq"; value: boolean };
    modified: { operators: "gt" | "lt" | "pr" | "isnull"; value: string };
  };
  readonly "~sorters"?: "name" | "modified";
}
declare function listAccounts(client: Caller, init: ListAccountsInit): Promise<Result<Account[], { error: string }>>;
const source = { params: { path: { source: "s" } } };
expectTypeOf(sdk.paginate(listAccounts, source)).toEqualTypeOf<Collection<Account>>();
sdk.paginate(listAccounts, {
  params: { path: { source: "s" }, query: { detail: "SLIM" } },
  limit: 5,
  sorters: ["-name", "modified"],
});
sdk.paginate(listAccounts, {
  ...source,
  filters: { active: true, modified: { gt: new Date(), pr: true }, or: [{ name: { sw: "a" } }, "name eq 1"] },
});
// @ts-expect-error: the path is missing
sdk.paginate(listAccounts, {});
// @ts-expect-error: the path is missing
sdk.paginate(listAccounts);
// @ts-expect-error: the sdk pages itself
sdk.paginate(listAccounts, { params: { path: { source: "s" }, query: { offset: 5 } } });
// @ts-expect-error: not text
sdk.paginate(listAccounts, { ...source, filters: { active: "true" } });
// @ts-expect-error: takes true only
sdk.paginate(listAccounts, { ...source, filters: { modified: { pr: false } } });
// @ts-expect-error: `eq` is not supported, so neither is its short form
sdk.paginate(listAccounts, { ...source, filters: { modified: "2026" } });
// @ts-expect-error: no such sorter
sdk.paginate(listAccounts, { ...source, sorters: ["created"] });

// F04: filters of tasks. An edition of the vendor's leaves the statuses open: there, no text is wrong, but a boolean is.
type Status = GetTaskStatusListFilters["completionStatus"]["value"];
declare const wrongText: string extends Status ? boolean : "Success";
declare const wrongDate: string extends Status ? boolean : Date;
sdk.tasks.list({
  filters: { completionStatus: { in: ["ERROR", "TEMPERROR"] }, type: "anything", id: { eq: id } },
  sorters: ["-created"],
});
sdk.tasks.list({ filters: 'completionStatus eq "ERROR"' });
sdk.tasks.list({ filters: { not: { or: [{ type: "QUARTZ" }, { and: [{ id }, { sourceId: id }] }] } } });
// @ts-expect-error: no such field
sdk.tasks.list({ filters: { shoeSize: "x" } });
// @ts-expect-error: no such operator
sdk.tasks.list({ filters: { id: { sw: "x" } } });
// @ts-expect-error: no such status
sdk.tasks.list({ filters: { completionStatus: wrongText } });
// @ts-expect-error: no such status in a list
sdk.tasks.list({ filters: { completionStatus: { in: ["ERROR", wrongText] } } });
// @ts-expect-error: `in` takes a list
sdk.tasks.list({ filters: { id: { in: id } } });
// @ts-expect-error: a date is no status
sdk.tasks.list({ filters: { completionStatus: wrongDate } });
// @ts-expect-error: no such field below `or`
sdk.tasks.list({ filters: { or: [{ shoeSize: "x" }] } });
// @ts-expect-error: pending tasks have no filters
sdk.tasks.pending.list({ filters: { id } });

// F06: sorters
// @ts-expect-error: no such sorter
sdk.tasks.list({ sorters: ["modified"] });
// @ts-expect-error: one minus only
sdk.tasks.list({ sorters: ["--created"] });

// Collections
expectTypeOf(sdk.tasks.list()).toEqualTypeOf<Collection<TaskStatus>>();
expectTypeOf(sdk.tasks.list().page()).toEqualTypeOf<Promise<Page<TaskStatus>>>();
expectTypeOf(sdk.tasks.list().toArray({ max: 5 })).toEqualTypeOf<Promise<TaskStatus[]>>();
expectTypeOf(sdk.tasks.list().first()).toEqualTypeOf<Promise<TaskStatus | undefined>>();
for await (const task of sdk.tasks.list()) expectTypeOf(task).toEqualTypeOf<TaskStatus>();
expectTypeOf(sdk.tasks.pending.count()).toEqualTypeOf<Promise<number | undefined>>();

// F07, F08: patches
expectTypeOf(patch<TaskStatus>().replace("/completed", null)).toEqualTypeOf<JsonPatch<TaskStatus>>();
patch<TaskStatus>()
  .replace("/completed", new Date())
  .replace("/completionStatus", "ERROR")
  .replace("/percentComplete", 5);
patch<TaskStatus>().add("/messages/-", { key: "k", localizedText: null, parameters: null, type: "INFO" });
patch<TaskStatus>().replace("/messages/0/key", "k").add("/attributes/any/thing", { at: 1 });
patch<TaskStatus>().replace("/taskDefinitionSummary/arguments/x", 1).replace("/target/name", "n").remove("/returns/3");
patch<TaskStatus>()
  .add(pointer("attributes", id, "a/b"), 5)
  .test(pointer("messages", 0, "key"), "k");
patch<unknown>().add("/anything/at/all", undefined);
expectTypeOf(pointer("attributes", "a/b", "m~n", 3)).toEqualTypeOf<"/attributes/a~1b/m~0n/3">();
interface Odd {
  "a/b": number;
  "m~n": { "~": boolean };
}
patch<Odd>().replace("/a~1b", 5).replace("/m~0n/~0", true);
// @ts-expect-error: not escaped
patch<Odd>().replace("/a/b", 5);
// @ts-expect-error: no such property
patch<TaskStatus>().replace("/complete", null);
// @ts-expect-error: without a slash
patch<TaskStatus>().replace("completed", null);
// @ts-expect-error: the whole document
patch<TaskStatus>().replace("", null);
// @ts-expect-error: not a number
patch<TaskStatus>().replace("/completed", 5);
// @ts-expect-error: a date is no number
patch<TaskStatus>().replace("/percentComplete", new Date());
// @ts-expect-error: undefined is no JSON
patch<TaskStatus>().replace("/completed", undefined);
// @ts-expect-error: no index
patch<TaskStatus>().remove("/messages/first");
// @ts-expect-error: no such property below
patch<TaskStatus>().move("/target/name", "/target/names");
// @ts-expect-error: made for something else
sdk.tasks.update(id, patch<Odd>().replace("/a~1b", 5));

// Errors
declare const error: unknown;
if (isApiError(error)) expectTypeOf(error.status).toEqualTypeOf<number>();
expectTypeOf<Success<Awaited<ReturnType<typeof getTaskStatus>>>["data"]>().toEqualTypeOf<TaskStatus>();
