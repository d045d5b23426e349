import { spawnSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

/** One thing that must hold. */
interface Step {
  readonly name: string;
  /** A package's executable, or `node`, with its arguments. */
  readonly run: readonly (readonly string[])[];
}

const root = path.dirname(import.meta.dirname);
const projects = globSync(["*/tsconfig*.json", "{packages,examples}/*/tsconfig*.json"], { cwd: root }).sort();
const published = ["packages/beta-client", "packages/beta-sdk"].filter(
  (folder) => globSync(`${folder}/package.json`, { cwd: root }).length > 0,
);

const API_EXTRACTOR = "packages/beta-sdk/node_modules/@microsoft/api-extractor/bin/api-extractor";

const steps: readonly Step[] = [
  {
    name: "generated code is what the inputs give",
    run: [["node", "generator/bin/sailkit.ts", "generate", "--check"]],
  },
  { name: "build", run: [["node", "scripts/turbo.ts", "run", "build", "--output-logs=errors-only"]] },
  { name: "format and lint", run: [["biome", "ci", "--error-on-warnings"]] },
  { name: "nothing unused, nothing unlisted", run: [["knip", "--no-progress", "--treat-config-hints-as-errors"]] },
  { name: "structure: manifests, versions, folders", run: [["sherif"], ["node", "scripts/check-structure.ts"]] },
  { name: "types", run: projects.map((project) => ["tsc", "--noEmit", "-p", project]) },
  { name: "spec lint", run: [["redocly", "lint"]] },
  { name: "template lint", run: [["node", "generator/bin/sailkit.ts", "templates", "lint"]] },
  { name: "packages: publint", run: published.map((folder) => ["publint", "run", folder, "--strict"]) },
  {
    name: "packages: types as consumers resolve them",
    run: published.map((folder) => ["attw", "--pack", folder, "--profile", "esm-only"]),
  },
  {
    name: "packages: public API as reported; `pnpm --filter @sailkit/beta-sdk api:update` renews the report",
    run: [["node", API_EXTRACTOR, "run", "--config", "packages/beta-sdk/api-extractor.json"]],
  },
  {
    name: "packages: sizes; `pnpm --filter @sailkit/conformance sizes --record` renews their history",
    run: [["node", "packages/conformance/bin/sizes.ts"]],
  },
  { name: "tests", run: [["vitest", "run"]] },
];

const { values } = parseArgs({ options: { without: { type: "string", multiple: true, default: [] } } });
const chosen = steps.filter(({ name }) => !values.without.includes(name));

/** Everything CI checks, one step after the other; all run, so that one look shows all that is wrong. */
const failed = chosen.filter((step) => !passes(step));
console.log(
  failed.length === 0
    ? `\nAll ${chosen.length} checks hold.`
    : `\nFailed: ${failed.map(({ name }) => name).join(", ")}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

function passes({ name, run }: Step): boolean {
  const start = performance.now();
  console.log(`\n▶ ${name}`);
  const ok = run.map(execute).every(Boolean);
  console.log(`${ok ? "✔" : "✘"} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return ok;
}

function execute([command = "", ...args]: readonly string[]): boolean {
  const node = command === "node";
  const { status } = spawnSync(node ? process.execPath : binary(command), args, {
    cwd: root,
    stdio: "inherit",
    // Windows runs the .cmd shims of executables only through a shell; all arguments are ours.
    shell: !node && process.platform === "win32",
  });
  return status === 0;
}

/** Where pnpm links the executables: of the workspace first, since the generator has a TypeScript of its own. */
function binary(name: string): string {
  const file = process.platform === "win32" ? `${name}.cmd` : name;
  const folders = ["node_modules/.bin", "generator/node_modules/.bin"].map((folder) => path.join(root, folder));
  return folders.map((folder) => path.join(folder, file)).find(existsSync) ?? name;
}
