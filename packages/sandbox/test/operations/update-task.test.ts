import { beforeEach, describe, expect, test } from "vitest";
import { sandboxClients } from "../../src/auth/sandbox-clients.ts";
import type { Task } from "../../src/tasks/task.ts";
import { type Session, startSession } from "../start-session.ts";

let session: Session;
let task: Task;

beforeEach(async () => {
  session = await startSession();
  task = session.tenant.startTask({ duration: Number.POSITIVE_INFINITY });
});

const completed = "2026-03-01T12:05:00.000Z";
const clear = [
  { op: "replace", path: "/completionStatus", value: "ERROR" },
  { op: "replace", path: "/completed", value: completed },
];

async function patch(body: unknown, { id = task.id, type = "application/json-patch+json", by = session } = {}) {
  const response = await by.call(`/task-status/${id}`, {
    method: "PATCH",
    headers: { "content-type": type },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const json = (await response.json()) as Task & { messages: { text: string }[]; causes: { text: string }[] };
  return { status: response.status, json };
}

test("a task that hangs is cleared, and nothing happens to it any more", async () => {
  const { tenant } = session;
  await tenant.advance(300_000);
  const before = tenant.tasks.get(task.id);
  const { status, json } = await patch(clear);
  expect(status).toBe(200);
  expect(json).toEqual({ ...before, completionStatus: "ERROR", completed, modified: "2026-03-01T12:05:00.000Z" });
  expect(tenant.tasks.pending().map(({ id }) => id)).not.toContain(task.id);
  expect(tenant.tasks.completed()[0]).toEqual(json);
  await tenant.advance(300_000);
  expect(tenant.tasks.get(task.id)).toEqual(json);
});

describe("every operation works on what can be changed", () => {
  test.each([
    ["add", [{ op: "add", path: "/completionStatus", value: "SUCCESS" }], { completionStatus: "SUCCESS" }],
    ["remove", [...clear, { op: "remove", path: "/completed" }], { completionStatus: "ERROR", completed: null }],
    ["copy", [{ op: "copy", from: "/created", path: "/completed" }], { completed: "2026-03-01T12:00:00.000Z" }],
    ["null", [...clear, { op: "replace", path: "/completionStatus", value: null }], { completionStatus: null }],
    ["test", [{ op: "test", path: "/completionStatus", value: null }, ...clear], { completionStatus: "ERROR" }],
    ["test of anything", [{ op: "test", path: "/messages", value: [] }, ...clear], { completionStatus: "ERROR" }],
  ])("%s", async (_, operations, expected) => {
    const { status, json } = await patch(operations);
    expect(status).toBe(200);
    expect(json).toMatchObject(expected);
    expect(session.tenant.tasks.get(task.id)).toEqual(json);
  });

  test("a patch that only tests, and an empty one, change nothing", async () => {
    const before = session.tenant.tasks.get(task.id);
    expect(await patch([])).toEqual({ status: 200, json: before });
    expect(await patch([{ op: "test", path: "/id", value: task.id }])).toEqual({ status: 200, json: before });
    expect(session.tenant.tasks.get(task.id)).toEqual(before);
  });
});

describe("what is refused leaves the task alone", () => {
  const cannot = "only /completionStatus and /completed can be changed.";
  const status = "completionStatus is one of SUCCESS, WARNING, ERROR, TERMINATED, TEMPERROR, or null.";
  test.each([
    ["another member", [{ op: "replace", path: "/progress", value: "x" }], `Operation 0: ${cannot}`],
    ["something inside", [{ op: "add", path: "/completed/at", value: "x" }], `Operation 0: ${cannot}`],
    ["the whole task", [{ op: "replace", path: "", value: {} }], `Operation 0: ${cannot}`],
    ["a move from elsewhere", [{ op: "move", from: "/created", path: "/completed" }], `Operation 0: ${cannot}`],
    ["the second operation", [...clear, { op: "remove", path: "/id" }], `Operation 2: ${cannot}`],
    ["a prototype", [{ op: "add", path: "/__proto__", value: {} }], `Operation 0: ${cannot}`],
    ["a status in mixed case", [{ op: "replace", path: "/completionStatus", value: "Error" }], status],
    ["a status that is no text", [{ op: "replace", path: "/completionStatus", value: 5 }], status],
    [
      "a time that is none",
      [{ op: "replace", path: "/completed", value: "today" }],
      "completed is a date-time, or null.",
    ],
    ["a day", [{ op: "replace", path: "/completed", value: "2026-03-01" }], "completed is a date-time, or null."],
    ["a test that fails", [...clear, { op: "test", path: "/id", value: "x" }], "The test of /id fails."],
    ["a copy from nowhere", [{ op: "copy", from: "/nothing", path: "/completed" }], "There is nothing at /nothing."],
    ["no value", [{ op: "replace", path: "/completed" }], "Operation 0: replace needs a value."],
    [
      "an unknown operation",
      [{ op: "clear", path: "/completed" }],
      'Operation 0: "clear" is not one of add, remove, replace, move, copy, test.',
    ],
    ["an object", clear[0], "A JSON Patch is an array of operations."],
    ["no JSON", "[{", "The body is not JSON."],
    ["nothing", "", "The body is not JSON."],
  ])("%s", async (_, body, cause) => {
    const before = session.tenant.tasks.get(task.id);
    const { status: answered, json } = await patch(body);
    expect([answered, json.messages[0]?.text, json.causes.map(({ text }) => text)]).toEqual([
      400,
      "The patch cannot be applied.",
      [cause],
    ]);
    expect(session.tenant.tasks.get(task.id)).toEqual(before);
  });

  test("a body of another media type", async () => {
    for (const type of ["application/json", "application/merge-patch+json", "text/plain"]) {
      const { status: answered, json } = await patch(clear, { type });
      expect([answered, json.causes[0]?.text]).toEqual([415, "Send application/json-patch+json."]);
    }
    expect((await patch(clear, { type: "Application/JSON-Patch+JSON; charset=utf-8" })).status).toBe(200);
  });

  test("a body of more than 1 MiB", async () => {
    const { status: answered } = await patch([{ op: "test", path: "/id", value: "x".repeat(1024 * 1024) }]);
    expect(answered).toBe(413);
  });

  test("an unknown task", async () => {
    const { status: answered, json } = await patch(clear, { id: "nobody" });
    expect([answered, json]).toEqual([
      404,
      {
        detailCode: "404 Not found",
        trackingId: expect.any(String),
        messages: [{ locale: "en-US", localeOrigin: "DEFAULT", text: "No such task." }],
        causes: [],
      },
    ]);
  });
});

describe("who may not", () => {
  test.each([
    [
      "an application",
      sandboxClients.application,
      "The operation needs the token of a user, and this one stands for an application.",
    ],
    [
      "whoever may only read",
      { ...sandboxClients.user, scopes: ["idn:task-management:read"] },
      "The operation needs one of the scopes idn:task-management:write.",
    ],
    [
      "the helpdesk",
      { ...sandboxClients.user, userLevel: "HELPDESK" },
      "The operation needs one of the user levels ORG_ADMIN, CERT_ADMIN, REPORT_ADMIN, ROLE_ADMIN, ROLE_SUBADMIN, SOURCE_ADMIN, SOURCE_SUBADMIN.",
    ],
  ])("%s", async (_, client, cause) => {
    const by = await startSession({ clients: [client] }, client);
    const id = by.tenant.tasks.pending()[0]?.id ?? "";
    const { status, json } = await patch(clear, { by, id });
    expect([status, json.causes.map(({ text }) => text)]).toEqual([403, [cause]]);
    expect((await by.call("/task-status?limit=1")).status).toBe(200);
  });

  test("read anything without a scope for it: 403, for one task without a body", async () => {
    const client = { ...sandboxClients.user, scopes: ["idn:accounts:read"] };
    const by = await startSession({ clients: [client] }, client);
    expect((await by.call("/task-status")).status).toBe(403);
    const response = await by.call("/task-status/x");
    expect([response.status, await response.text()]).toEqual([403, ""]);
  });
});
