import { expect, test } from "vitest";
import { renderMatrix } from "../src/runtimes/render-matrix.ts";
import { cases } from "../src/suite/cases.ts";

test("the table shows what passed and failed in each runtime, and says loudly what was not tried", () => {
  const outcomes = cases.map(({ name }, index) => ({ name, ms: 1, ...(index === 1 && { failure: "Error: no" }) }));
  const text = renderMatrix([
    { runtime: "Node 99", version: "99.1.0", outcomes, ms: 1_234 },
    { runtime: "Lynx", outcomes: [], skipped: "there is no Lynx", ms: 0 },
  ]);
  const lines = text.split("\n");
  expect(lines[0]).toBe("| promise | Node 99 | Lynx |");
  expect(lines[2]).toBe(`| ${cases[0]?.name} | ✔ | skipped |`);
  expect(lines[3]).toBe(`| ${cases[1]?.name} | ✘ | skipped |`);
  expect(text).toContain("| **version** | 99.1.0 | – |");
  expect(text).toContain(`| **passed** | ${cases.length - 1} of ${cases.length} | 0 of ${cases.length} |`);
  expect(text).toContain("| **seconds** | 1.2 | 0.0 |");
  expect(text).toContain(`SKIPPED: Lynx did not run, ${cases.length} cases are not tried: there is no Lynx.`);
  expect(text).toContain(`✘ Node 99: ${cases[1]?.name}\n  Error: no`);
});
