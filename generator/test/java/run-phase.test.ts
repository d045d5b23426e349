import { mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { runPhases } from "../../src/java/run-phase.ts";

const folder = mkdtempSync(path.join(tmpdir(), "sailkit-phases-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files written at these times, in seconds since 1970. */
function written(...times: number[]): string[] {
  return times.map((time, index) => {
    const file = path.join(folder, `${index}`);
    writeFileSync(file, "");
    utimesSync(file, time, time);
    return file;
  });
}

test("a run starts until it asks, parses until its first file, and renders until its last", () => {
  expect(runPhases({ spawned: 1_000, asked: 1_500, provided: 1_600, files: written(3, 2, 2.5) })).toEqual([
    { name: "java start", from: 1_000, ms: 500 },
    { name: "parse", from: 1_600, ms: 400 },
    { name: "render", from: 2_000, ms: 1_000 },
  ]);
});

test("no phase takes less than no time where the clocks of files are coarse", () => {
  expect(runPhases({ spawned: 1_000, asked: 2_100, provided: 1_600, files: written(2) })).toEqual([
    { name: "java start", from: 1_000, ms: 1_100 },
    { name: "parse", from: 2_100, ms: 0 },
    { name: "render", from: 2_100, ms: 0 },
  ]);
});
