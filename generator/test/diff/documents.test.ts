import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inRepository } from "../../src/config/in-repository.ts";
import { reportRules } from "../../src/diff/report/report-rules.ts";
import { HELPER_TYPES } from "../../src/diff/types/helper-types.ts";

test("docs/diff-rules.md says what the rules say; `node generator/test/diff/write-docs.ts` writes it", () => {
  expect(readFileSync(inRepository("docs/diff-rules.md"), "utf8")).toBe(reportRules());
});

test("the helper types are those of the client's runtime", () => {
  const runtime = readFileSync(inRepository("packages/beta-client/src/runtime/types.ts"), "utf8");
  for (const line of HELPER_TYPES.trim().split("\n")) expect(runtime).toContain(line);
});
