import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { inRepository } from "../generator/src/config/in-repository.ts";
import { readTargets } from "../generator/src/config/read-targets.ts";
import { consumerImpact } from "../generator/src/template/impact/consumer-impact.ts";
import { proposeChangeset } from "../generator/src/template/impact/propose-changeset.ts";
import { renderImpact } from "../generator/src/template/impact/render-impact.ts";
import { sourceTrees } from "../generator/src/template/impact/source-trees.ts";
import { inLanes } from "./in-lanes.ts";
import { type ProgramRun, runProgram } from "./run-program.ts";
import { type NodeCommand, TEMPLATE_CHECKS, type TemplateCheck } from "./template-checks.ts";
import { TEST_WORKERS_OF_TWO } from "./test-workers.ts";

/**
 * Everything downstream of the templates, in one command: `pnpm check:templates`. Prints one line for each check, then what a
 * user of the package would notice, and the changeset to go with it.
 */
const { values } = parseArgs({
  options: {
    base: { type: "string", default: "HEAD" },
    changeset: { type: "boolean", default: false },
    without: { type: "string", multiple: true, default: [] },
  },
});
const checks = TEMPLATE_CHECKS.filter(({ name }) => !values.without.some((word) => name.includes(word)));
let failed = 0;
await inLanes(
  [...new Set(checks.map(({ lane }) => lane))].map((lane) => checks.filter((check) => check.lane === lane)),
  async (check) => {
    if (!(await passes(check))) failed += 1;
  },
);
for (const target of await readTargets([]))
  await showImpact(path.relative(inRepository(""), target.root).replaceAll("\\", "/"));
console.log(failed === 0 ? `\nAll ${checks.length} checks hold.` : `\n${failed} of ${checks.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;

async function passes({ name, command, fix }: TemplateCheck): Promise<boolean> {
  const start = performance.now();
  const outputs: string[] = [];
  let ok = true;
  for (const one of command) {
    const { exit, printed } = await run(one);
    outputs.push(printed);
    ok &&= exit === 0;
  }
  console.log(`${ok ? "✔" : "✘"} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  if (ok) return true;
  console.log(indented(telling(outputs.join(""))));
  if (fix !== undefined) console.log(`    → ${fix}`);
  return false;
}

function run({ args, cwd = inRepository("") }: NodeCommand): Promise<ProgramRun> {
  const env = { ...process.env, VITEST_MAX_WORKERS: TEST_WORKERS_OF_TWO, NO_COLOR: "1", FORCE_COLOR: "0" };
  return runProgram(process.execPath, args, { cwd, env });
}

/** The lines that tell what is wrong: of tests, those about failures. */
function telling(output: string): string[] {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const failures = lines.findIndex((line) => /FAIL|Failed Tests|error TS|✘/.test(line));
  return lines.slice(Math.max(0, failures)).slice(0, 24);
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `    ${line.slice(0, 180)}`).join("\n");
}

async function showImpact(folder: string): Promise<void> {
  const { name } = (await import(`file://${inRepository(`${folder}/package.json`)}`, { with: { type: "json" } }))
    .default as { name: string };
  const impact = await consumerImpact(await sourceTrees(folder, values.base));
  console.log(`\n${renderImpact(name, impact)}`);
  const proposed = proposeChangeset(name, impact);
  if (!proposed) return;
  const file = `.changeset/${proposed.file}`;
  if (values.changeset) writeFileSync(inRepository(file), proposed.text);
  console.log(
    `${values.changeset ? `Written: ${file}. Put it into better words:` : `Changeset, which --changeset writes to ${file}:`}\n${proposed.text}`,
  );
}
