import { manifest } from "@sailkit/beta-client/manifest";
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

test("a body of which nothing is known starts empty, and a patch with one that clears a task", () => {
  expect(operation("updateTaskStatus").body).toContain("/completionStatus");
  expect(operation("getTaskStatus").body).toBe(undefined);
  const [media] = manifest.updateTaskStatus.requestMedia ?? [];
  const others = explorerOperations.filter(({ name }) => manifest[name].requestMedia?.every((one) => one !== media));
  for (const other of others) expect(other.body).toBe("{}");
});
