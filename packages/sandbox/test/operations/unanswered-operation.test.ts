import { expect, test, vi } from "vitest";
import { startSession } from "../start-session.ts";

vi.mock("@sailkit/beta-client/manifest", async (original) => {
  const { manifest } = await original<typeof import("@sailkit/beta-client/manifest")>();
  const more = { ...manifest.updateTaskStatus, method: "POST", path: "/task-status/{id}/cancellation" };
  return { manifest: { ...manifest, cancelTask: more } };
});

test("an operation of the API that the sandbox does not know is answered with 501, and by a fault where one says how", async () => {
  const { call, tenant } = await startSession();
  const answer = await call("/task-status/7/cancellation", { method: "POST" });
  expect(answer.status).toBe(501);
  expect(await answer.text()).toContain("The sandbox does not answer cancelTask. A fault can do so in its place.");
  tenant.faults.add({ on: { method: "POST" }, status: 202, json: { id: "7" } });
  const given = await call("/task-status/7/cancellation", { method: "POST" });
  expect([given.status, await given.json()]).toEqual([202, { id: "7" }]);
});

test.each([
  ["GET", "/task-status/7/cancellation"],
  ["POST", "/task-status//cancellation"],
  ["POST", "/task-status/7/cancellation/8"],
])("what the API does not have either is 404: %s %s", async (method, path) => {
  const { call } = await startSession();
  expect((await call(path, { method })).status).toBe(404);
});
