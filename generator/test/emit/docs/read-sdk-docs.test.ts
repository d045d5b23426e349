import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { inRepository } from "../../../src/config/in-repository.ts";
import { readSdkDocs } from "../../../src/emit/docs/read-sdk-docs.ts";

const folder = mkdtempSync(path.join(tmpdir(), "sailkit-sdk-docs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("every operation of the beta spec has a way through the sdk", async () => {
  const { package: name, operations } = await readSdkDocs(inRepository("spec/sdk.beta.yaml"));
  expect(name).toBe("@sailkit/beta-sdk");
  expect(Object.entries(operations).map(([id, methods]) => [id, methods.map(({ method }) => method)])).toEqual([
    ["getTaskStatusList", ["sdk.tasks.list"]],
    ["getTaskStatus", ["sdk.tasks.get", "sdk.tasks.waitFor"]],
    ["updateTaskStatus", ["sdk.tasks.update", "sdk.tasks.complete"]],
    ["getPendingTasks", ["sdk.tasks.pending.list"]],
    ["getPendingTaskHeaders", ["sdk.tasks.pending.count"]],
  ]);
});

test.each([
  ["[]", "the document must be an object"],
  ["package: x", "operations must be an object"],
  ["package: x\noperations: { a: {} }", "operations.a must be a list"],
  ["package: x\noperations: { a: [{ method: m, description: d }] }", "operations.a[0].code must be text"],
])("a file that is not as it should be is refused with its place: %j", async (text, message) => {
  const file = path.join(folder, "sdk.x.yaml");
  writeFileSync(file, text);
  await expect(readSdkDocs(file)).rejects.toThrow(`sdk.x.yaml: ${message}`);
});
