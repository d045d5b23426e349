import { expect, test } from "vitest";
import type { Task } from "../../src/tasks/task.ts";
import { startSession } from "../start-session.ts";

test("pending tasks are listed, and counted by HEAD, until they end", async () => {
  const { tenant, call } = await startSession({ pending: 16 });
  const list = async () => (await (await call("/task-status/pending-tasks")).json()) as Task[];
  const pending = await list();
  expect(pending).toHaveLength(16);
  expect(pending.every((task) => task.completed === null && task.completionStatus === null)).toBe(true);
  expect(pending.some((task) => task.launched === null && task.progress === "Queued")).toBe(true);
  expect(pending.some((task) => task.percentComplete > 0)).toBe(true);

  const head = await call("/task-status/pending-tasks?count=true", { method: "HEAD" });
  expect([head.status, head.headers.get("x-total-count"), await head.text()]).toEqual([200, "16", ""]);

  await tenant.advance(700_000);
  // Two of sixteen hang.
  expect((await list()).map((task) => tenant.tasks.get(task.id)?.progress)).toHaveLength(2);
});

test("pages are cut as those of completed tasks", async () => {
  const { tenant, call } = await startSession({ pending: 5 });
  const response = await call("/task-status/pending-tasks?offset=3&limit=4&count=true");
  expect(response.headers.get("x-total-count")).toBe("5");
  expect(await response.json()).toEqual(tenant.tasks.pending().slice(3));
});

test("where nothing is pending there is an empty list, or 204 if the tenant is of that kind", async () => {
  const list = await startSession({ pending: 0 });
  const listed = await list.call("/task-status/pending-tasks?count=true");
  expect([listed.status, listed.headers.get("x-total-count"), await listed.json()]).toEqual([200, "0", []]);
  const nothing = await startSession({ pending: 0, emptyPending: "no-content" });
  for (const method of ["GET", "HEAD"]) {
    const response = await nothing.call("/task-status/pending-tasks?count=true", { method });
    expect([response.status, response.headers.get("x-total-count"), await response.text()]).toEqual([204, "0", ""]);
    expect(response.headers.get("content-type")).toBeNull();
  }
});

test("errors of HEAD have no body", async () => {
  const { call, tenant } = await startSession();
  const response = await call("/task-status/pending-tasks?limit=x", { method: "HEAD" });
  expect([response.status, await response.text()]).toEqual([400, ""]);
  tenant.revokeTokens();
  expect((await call("/task-status/pending-tasks", { method: "HEAD" })).status).toBe(401);
});
