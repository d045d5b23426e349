import { expect, test } from "vitest";
import { buildInit } from "../../src/explorer/build-init.ts";
import { explorerOperations } from "../../src/explorer/explorer-operation.ts";

const operation = (name: string) => explorerOperations.find((one) => one.name === name) ?? expect.fail(name);

test("fields become parameters of their type and place, and empty ones are left out", () => {
  const fields = { limit: "5", offset: "", count: "true", filters: ' id eq "a" ', sorters: "" };
  expect(buildInit(operation("getTaskStatusList"), { fields, body: "" })).toEqual({
    params: { query: { limit: 5, count: true, filters: 'id eq "a"' } },
  });
});

test("an operation with a body gets it as JSON", () => {
  const body = '[{ "op": "replace", "path": "/completionStatus", "value": null }]';
  expect(buildInit(operation("updateTaskStatus"), { fields: { id: "7" }, body })).toEqual({
    params: { path: { id: "7" } },
    body: [{ op: "replace", path: "/completionStatus", value: null }],
  });
});

test("a body that is no JSON is told to the person who wrote it", () => {
  expect(() => buildInit(operation("updateTaskStatus"), { fields: {}, body: "[{" })).toThrow(/^The body is no JSON: /);
});

test("the explorer has every operation of the manifest, with its request", () => {
  expect(explorerOperations.map(({ request }) => request).sort()).toEqual([
    "GET /task-status",
    "GET /task-status/pending-tasks",
    "GET /task-status/{id}",
    "HEAD /task-status/pending-tasks",
    "PATCH /task-status/{id}",
  ]);
});
