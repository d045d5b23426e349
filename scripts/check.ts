import { spawnSync } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { TEST_WORKERS } from "./test-workers.ts";

/** What must hold, as tasks of turbo: turbo.json says what each of them reads. Each of these keeps about one core busy. */
const CHECKS = [
  "check:generated",
  "check:lint",
  "check:unused",
  "check:structure",
  "check:types",
  "check:spec",
  "check:templates-lint",
  "check:packages",
];

/** These keep all cores busy, so one runs at a time. */
const TESTS = ["test", "test:walks", "test:prose"];

/**
 * Everything CI checks: `pnpm check`. All of it is tried, so that one look shows all that is wrong. What held before and reads
 * nothing that has changed is not run again, but counted as cached; with `--all`, and in CI, it runs all the same.
 * `--without NAME` leaves out a task, `--without tests` all tests.
 */
const { values } = parseArgs({
  options: {
    all: { type: "boolean", default: Boolean(process.env.CI) },
    without: { type: "string", multiple: true, default: [] },
  },
});
const known = [...CHECKS, ...TESTS, "tests"];
const unknown = values.without.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`No check is called ${unknown.join(", ")}. There are: ${known.join(", ")}.`);
// Without a build nothing can be judged that reads one.
const built = turbo("run", "build", "typedoc", "--output-logs=errors-only");
const held = built && [runAll(CHECKS, 2), values.without.includes("tests") || runAll(TESTS, 1)].every(Boolean);
process.exitCode = held ? 0 : 1;

function runAll(names: readonly string[], concurrency: number): boolean {
  const chosen = names.filter((name) => !values.without.includes(name));
  if (chosen.length === 0) return true;
  return turbo(
    "run",
    ...chosen,
    "--continue=always",
    `--concurrency=${concurrency}`,
    "--output-logs=errors-only",
    ...(values.all ? ["--force"] : []),
  );
}

function turbo(...args: readonly string[]): boolean {
  const program = path.join(import.meta.dirname, "turbo.ts");
  const env = { VITEST_MAX_WORKERS: TEST_WORKERS, ...process.env };
  return spawnSync(process.execPath, [program, ...args], { stdio: "inherit", env }).status === 0;
}
