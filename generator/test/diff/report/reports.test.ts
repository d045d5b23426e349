import { expect, test } from "vitest";
import type { Change } from "../../../src/diff/change.ts";
import { reportJson } from "../../../src/diff/report/report-json.ts";
import { reportMarkdown } from "../../../src/diff/report/report-markdown.ts";
import { reportText } from "../../../src/diff/report/report-text.ts";

const breaking: Change = {
  id: "nullable-added",
  level: "major",
  operationId: "getTask",
  pointer: "/components/schemas/Task/properties/note",
  message: "Task.note: may be null (answered by getTask)",
  lens: "wire+types",
  in: "new",
  directions: ["response"],
  operations: ["getTask"],
  todo: "Handle null.",
};
const described: Change = {
  ...breaking,
  id: "documentation-changed",
  level: "patch",
  operationId: "",
  pointer: "/info",
  message: "what the spec says of itself <b>reads</b> `differently`",
  lens: "wire",
  directions: [],
  operations: [],
  todo: "",
};
const diff = { bump: "major", changes: [breaking, described] } as const;

test("JSON has the members of the contract first, and others after them", () => {
  const text = reportJson(diff);
  expect(JSON.parse(text)).toEqual(diff);
  const [first] = (JSON.parse(text) as { changes: object[] }).changes;
  expect(Object.keys(first ?? {}).slice(0, 5)).toEqual(["id", "level", "operationId", "pointer", "message"]);
});

test("the table says what, where, which lens and what to do", () => {
  expect(reportText(diff, { color: false, width: 100 })).toBe(
    [
      "major   nullable-added        Task.note: may be null (answered by getTask)",
      "                              /components/schemas/Task/properties/note (wire+types)",
      "                              → Handle null.",
      "patch   documentation-changed what the spec says of itself <b>reads</b> `differently`",
      "                              /info (wire)",
      "",
      "bump: major (1 major, 1 patch)",
      "",
    ].join("\n"),
  );
});

test("a line of a spec cannot pass for a line of the table", () => {
  const forged = { ...described, message: "one\n::error::two\u001b[31m" };
  const text = reportText({ bump: "patch", changes: [forged] }, { color: false });
  expect(text.split("\n")).not.toContain("::error::two");
  expect(text).not.toContain("\u001b");
});

test("many changes that break nothing are counted, unless all are asked for", () => {
  const changes = Array.from({ length: 30 }, (_, index) => ({ ...described, pointer: `/info/${index}` }));
  const short = reportText({ bump: "patch", changes }, { color: false });
  expect(short).toContain("and 18 more; --verbose shows all");
  expect(reportText({ bump: "patch", changes }, { color: false, verbose: true })).toContain("/info/29");
});

test("Markdown groups by operation, says what to do, and shows text of the spec as text", () => {
  expect(reportMarkdown(diff)).toBe(
    [
      "Bump: **major** (1 major, 1 patch).",
      "",
      "## Breaking changes",
      "",
      "### getTask",
      "",
      "- Task.note: may be null (answered by getTask) — `nullable-added`, wire+types",
      "  **What to do:** Handle null.",
      "",
      "## Described better",
      "",
      "### the API",
      "",
      "- what the spec says of itself &lt;b>reads&lt;/b> \\`differently\\` — `documentation-changed`, wire",
      "",
    ].join("\n"),
  );
});

test("no change is said to be none", () => {
  const nothing = { bump: "none", changes: [] } as const;
  expect(reportText(nothing, { color: false })).toBe("bump: none (nothing changed)\n");
  expect(reportMarkdown(nothing)).toBe("Nothing changed. Bump: **none**.\n");
});
