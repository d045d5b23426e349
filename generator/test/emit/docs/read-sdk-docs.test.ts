import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { inRepository } from "../../../src/config/in-repository.ts";
import { readSdkDocs } from "../../../src/emit/docs/read-sdk-docs.ts";
import { operationsOf, ownText, type SpecDocument } from "../../spec/own-text/own-text.ts";

const folder = mkdtempSync(path.join(tmpdir(), "sailkit-sdk-docs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("every operation that has a way through the sdk is one of the spec", async () => {
  const { package: name, operations } = await readSdkDocs(inRepository("spec/sdk.beta.yaml"));
  expect(name).toBe("@sailkit/beta-sdk");
  const known = operationsOf(parse(ownText) as SpecDocument).map(({ operation }) => operation.operationId);
  expect(known).toEqual(expect.arrayContaining(Object.keys(operations)));
  const methods = Object.values(operations).flat();
  expect(methods.length).toBeGreaterThan(0);
  for (const { method, code } of methods) expect(code).toContain(`${method}(`);
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
