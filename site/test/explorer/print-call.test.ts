import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { buildInit } from "../../src/explorer/build-init.ts";
import { explorerOperations } from "../../src/explorer/explorer-operation.ts";
import { printCall } from "../../src/explorer/print-call.ts";
import { runProgram } from "../programs/run-program.ts";
import { typeCheck } from "../snippets/type-check.ts";

const parent = path.join(import.meta.dirname, "../../.generated");
mkdirSync(parent, { recursive: true });
const folder = mkdtempSync(path.join(parent, "calls-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const baseUrl = "https://acme.api.identitynow.com/beta";
// Of operations that no tenant answers, nobody knows what to fill in.
const answered = explorerOperations.filter(({ request }) =>
  /^\w+ \/task-status(?:\/(?:pending-tasks|\{id\}))?$/.test(request),
);
const programs = answered.map((operation) => {
  const fields = operation.fields.map(({ name, initial }) => [name, name === "id" ? "7d3f0c5e9a1b4286" : initial]);
  const init = buildInit(operation, { fields: Object.fromEntries(fields), body: operation.body ?? "" });
  return [operation.name, printCall(operation.name, init, baseUrl)] as const;
});
for (const [name, code] of programs) writeFileSync(path.join(folder, `${name}.mts`), `${code}\n`);

test("the program that the explorer shows is strict TypeScript", async () => {
  expect(await typeCheck(folder)).toBe("");
});

test.each(programs)("the one for %s runs", async (name) => {
  const { code, stderr } = await runProgram(path.join(folder, `${name}.mts`), { tenant: "inside" });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

test("texts that need escapes get them", () => {
  const program = printCall("f", { params: { query: { a: `"it's"`, "b-c": 'x "y"' } } }, baseUrl);
  expect(program).toContain(`f(client, { params: { query: { a: "\\"it's\\"", "b-c": 'x "y"' } } });`);
});
