import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createReporter, type ReporterOptions } from "../../src/progress/create-reporter.ts";
import { renderTimings } from "../../src/progress/render-timings.ts";
import { reporterMode } from "../../src/progress/reporter-mode.ts";
import type { Finding } from "../../src/spec/finding.ts";
import { SpecRefusal } from "../../src/spec/spec-refusal.ts";

const finding: Finding = {
  severity: "warning",
  rule: "default-type",
  pointer: "/paths/~1tasks/get/parameters/0",
  message: "The default is no date.",
  hint: "Fix it in the overlay.",
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
});
afterEach(() => vi.useRealTimers());

function reporterFor(options: Omit<ReporterOptions, "stream">) {
  let output = "";
  const write = (text: string) => {
    output += text;
  };
  const stream = { write, isTTY: false };
  return { reporter: createReporter({ ...options, stream }), output: () => output };
}
const taking = (ms: number) => () => void vi.advanceTimersByTime(ms);

describe("plain lines", () => {
  test("name each finished stage, then the findings, then the end", async () => {
    const { reporter, output } = reporterFor({ mode: "plain", color: false });
    await reporter.stage("read", taking(12));
    reporter.warn(finding);
    await reporter.stage("types", taking(1420));
    reporter.summary({ message: "Generated 5 operations.\nAnd 7 more.", details: ["src/generated/index.ts"] });
    expect(output()).toBe(
      [
        "read: 12 ms",
        "types: 1.42 s",
        "warning default-type",
        "  #/paths/~1tasks/get/parameters/0 The default is no date.",
        "  Fix it in the overlay.",
        "Generated 5 operations.",
        "And 7 more.",
        "  src/generated/index.ts",
        "",
      ].join("\n"),
    );
  });

  test("say that a stage failed, and why, without a stack", async () => {
    const { reporter, output } = reporterFor({ mode: "plain", color: false });
    const error = new Error("The disk is full.\nFree some space.");
    await expect(reporter.stage("write", () => Promise.reject(error))).rejects.toBe(error);
    reporter.fail(error);
    expect(output()).toBe("write: failed after 0 ms\nerror The disk is full.\n  Free some space.\n");
  });

  test("show stack and causes when asked", () => {
    const { reporter, output } = reporterFor({ mode: "plain", color: false, verbose: true });
    reporter.fail(new Error("outer", { cause: new Error("inner") }));
    expect(output()).toMatch(/^error outer\n(?: {2}\s+at .*\n)+ {2}caused by: Error: inner\n(?: {2}\s+at .*\n)+$/);
  });

  test("never let text of a spec start a line or reach the terminal as a control sequence (H05)", () => {
    const { reporter, output } = reporterFor({ mode: "plain", color: false });
    const hostile = "x\n::add-mask::y\r\u001b[2J\u202e";
    reporter.warn({
      severity: "warning",
      rule: hostile,
      pointer: hostile,
      message: hostile,
      hint: hostile,
      file: hostile,
    });
    reporter.summary({ message: "Done.", details: [hostile] });
    reporter.fail(new Error(hostile));
    expect(output()).not.toMatch(/^::|[\r\u202e]/m);
    expect(output()).not.toContain("\u001b");
    expect(output()).toContain("x\\n::add-mask::y\\u000d\\u001b[2J\\u202e");
  });
});

test("JSON lines tell a machine each stage, finding and the result", async () => {
  const { reporter, output } = reporterFor({ mode: "json" });
  await reporter.stage("read", taking(12));
  reporter.warn(finding);
  await reporter.stage("types", () => Promise.reject(new Error("no"))).catch(() => {});
  reporter.summary({ ok: false, message: "2 files differ.", details: ["a", "b"], data: { changed: ["a", "b"] } });
  reporter.fail(Object.assign(new Error("full"), { code: "write-failed" }));
  reporter.fail(new SpecRefusal([{ ...finding, severity: "error" }]));
  reporter.fail("text");
  expect(
    output()
      .split("\n")
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { type: "stage", name: "read", ms: 12, ok: true },
    { type: "finding", ...finding },
    { type: "stage", name: "types", ms: 0, ok: false },
    { type: "result", ok: false, message: "2 files differ.", details: ["a", "b"], changed: ["a", "b"] },
    { type: "error", name: "Error", message: "full", code: "write-failed" },
    {
      type: "error",
      name: "SpecRefusal",
      message: "/paths/~1tasks/get/parameters/0: The default is no date.",
      findings: [{ ...finding, severity: "error" }],
    },
    { type: "error", name: "Error", message: "text" },
  ]);
});

test("quiet says only what went wrong", async () => {
  const { reporter, output } = reporterFor({ mode: "quiet", color: false });
  await reporter.stage("read", taking(12));
  reporter.warn(finding);
  reporter.summary({ message: "Done." });
  expect(output()).toBe("");
  reporter.summary({ ok: false, message: "1 file differs.", details: ["a.ts"] });
  reporter.fail(new SpecRefusal([{ ...finding, severity: "error" }]));
  expect(output()).toBe(
    [
      "1 file differs.",
      "  a.ts",
      "error The spec is refused; nothing was written.",
      "error default-type",
      "  #/paths/~1tasks/get/parameters/0 The default is no date.",
      "  Fix it in the overlay.",
      "",
    ].join("\n"),
  );
});

test("timings hold every stage, and show what ran side by side", async () => {
  const { reporter } = reporterFor({ mode: "quiet" });
  await reporter.stage("read", taking(100));
  let endTypes = () => {};
  const typesEnded = new Promise<void>((resolve) => {
    endTypes = resolve;
  });
  const types = reporter.stage("types", () => typesEnded);
  await reporter.stage("operations", taking(300));
  vi.advanceTimersByTime(100);
  endTypes();
  await types;
  expect(reporter.timings()).toEqual([
    { name: "read", start: 0, ms: 100, ok: true },
    { name: "operations", start: 100, ms: 300, ok: true },
    { name: "types", start: 100, ms: 400, ok: true },
  ]);
  expect(renderTimings(reporter.timings())).toBe(
    [
      "read        100 ms  |========                                |",
      "operations  300 ms  |        ========================        |",
      "types       400 ms  |        ================================|",
      "",
    ].join("\n"),
  );
});

test.each([
  [{ json: true }, true, {}, "json"],
  [{ quiet: true }, true, {}, "quiet"],
  [{ json: true, quiet: true }, true, {}, "json"],
  [{}, true, {}, "tty"],
  [{}, true, { CI: "true" }, "plain"],
  [{}, true, { TERM: "dumb" }, "plain"],
  [{}, false, {}, "plain"],
])("with flags %j, terminal %s and environment %j the mode is %s", (flags, isTTY, env, mode) => {
  expect(reporterMode(flags, { isTTY }, env)).toBe(mode);
});
