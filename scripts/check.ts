import { spawnSync } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";

/** What must hold, as tasks of turbo: turbo.json says what each of them reads. */
const TASKS = [
  "check:generated",
  "check:lint",
  "check:unused",
  "check:structure",
  "check:types",
  "check:spec",
  "check:templates-lint",
  "check:packages",
  "test",
  "test:walks",
  "test:prose",
];

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
const unknown = values.without.filter((name) => name !== "tests" && !TASKS.includes(name));
if (unknown.length > 0)
  throw new Error(`No check is called ${unknown.join(", ")}. There are: ${TASKS.join(", ")}, tests.`);
const left = (name: string) =>
  values.without.includes(name) || (/^test\b/.test(name) && values.without.includes("tests"));
// Without a build nothing can be judged that reads one.
const built = turbo("run", "build", "typedoc", "--output-logs=errors-only");
const checked =
  built &&
  turbo(
    "run",
    ...TASKS.filter((name) => !left(name)),
    "--continue=always",
    // Many of these have processes of their own that want all cores; more at a time only makes time-outs.
    "--concurrency=2",
    "--output-logs=errors-only",
    ...(values.all ? ["--force"] : []),
  );
process.exitCode = checked ? 0 : 1;

function turbo(...args: readonly string[]): boolean {
  const program = path.join(import.meta.dirname, "turbo.ts");
  return spawnSync(process.execPath, [program, ...args], { stdio: "inherit" }).status === 0;
}
