import { expect, test } from "vitest";
import type { Task } from "../../src/tasks/task.ts";
import { startSession } from "../start-session.ts";

test("a task is answered by its id, pending or completed", async () => {
  const { tenant, call } = await startSession();
  const task = tenant.startTask({ duration: 10_000, wait: 0, completionStatus: "WARNING" });
  const get = async () => (await (await call(`/task-status/${task.id}`)).json()) as Task;
  expect(await get()).toMatchObject({ id: task.id, completionStatus: null, percentComplete: 0 });
  await tenant.advance(5_000);
  expect(await get()).toMatchObject({ percentComplete: 50, completed: null });
  await tenant.advance(5_000);
  expect(await get()).toMatchObject({
    percentComplete: 100,
    completionStatus: "WARNING",
    messages: [{ type: "WARN" }],
  });
});

test("whoever asks for an unknown id, or one of long ago, gets 404 without a body", async () => {
  const { tenant, call } = await startSession({ expired: 1 });
  const gone = tenant.tasks.all().at(-1) as Task;
  for (const id of ["nobody", gone.id, "a%2Fb", "%F0%9F%98%80"]) {
    const response = await call(`/task-status/${id}`);
    expect([response.status, await response.text(), response.headers.get("content-type")]).toEqual([404, "", null]);
    expect(response.headers.get("slpt-request-id")).toMatch(/^[0-9a-f]{32}$/);
  }
});

test("an id that is no UTF-8 is refused", async () => {
  const { call } = await startSession();
  const response = await call("/task-status/%ff");
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ messages: [{ text: "The path cannot be decoded." }] });
});

test("an id with anything in it is decoded once", async () => {
  const { tenant, call } = await startSession();
  const task = { ...(tenant.tasks.all()[0] as Task), id: 'a/b %2f?#"é' };
  tenant.tasks.insert(task);
  expect(await (await call(`/task-status/${encodeURIComponent(task.id)}`)).json()).toEqual(task);
});
