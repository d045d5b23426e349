import { expect, test } from "vitest";
import { renderFindings } from "../../src/progress/render-findings.ts";
import type { Finding } from "../../src/spec/finding.ts";

const warning = (index: number, more: Partial<Finding> = {}): Finding => ({
  severity: "warning",
  rule: "enum-null",
  pointer: `/${index}`,
  message: "Null is in the enum.",
  ...more,
});

test("findings are grouped by rule, errors first, with a shared hint once", () => {
  const findings = [
    warning(1, { hint: "Remove it." }),
    { ...warning(2), severity: "error", rule: "no-id", file: "schemas.yaml" } as const,
    warning(3, { hint: "Remove it." }),
    warning(4, { rule: "other", hint: "One." }),
    warning(5, { rule: "other", hint: "Another." }),
  ];
  expect(renderFindings(findings, { color: false })).toBe(
    [
      "error no-id",
      "  schemas.yaml#/2 Null is in the enum.",
      "warning enum-null (2)",
      "  #/1 Null is in the enum.",
      "  #/3 Null is in the enum.",
      "  Remove it.",
      "warning other (2)",
      "  #/4 Null is in the enum.",
      "    One.",
      "  #/5 Null is in the enum.",
      "    Another.",
      "",
    ].join("\n"),
  );
});

test("of one rule the first twenty are shown, or all when asked", () => {
  const findings = Array.from({ length: 25 }, (_, index) => warning(index));
  const lines = renderFindings(findings, { color: false }).split("\n");
  expect(lines).toHaveLength(23);
  expect(lines.at(-2)).toBe("  and 5 more; --verbose shows all");
  expect(renderFindings(findings, { color: false, verbose: true }).split("\n")).toHaveLength(27);
});

test("colours are there when wanted, and nothing is printed for nothing", () => {
  expect(renderFindings([warning(1)], { color: true })).toContain("\u001b[33mwarning\u001b[39m");
  expect(renderFindings([], { color: true })).toBe("");
});
