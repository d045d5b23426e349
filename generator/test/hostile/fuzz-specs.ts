import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { inRepository } from "../../src/config/in-repository.ts";
import type { Target } from "../../src/config/target.ts";
import { buildOutput } from "../../src/pipeline/build-output.ts";
import { templateFiles } from "../../src/pipeline/template-files.ts";
import { bundleSpec } from "../../src/spec/bundle/bundle-spec.ts";
import { guardSpec } from "../../src/spec/guard/guard-spec.ts";
import type { JsonObject } from "../../src/spec/json.ts";
import { SpecRefusal } from "../../src/spec/spec-refusal.ts";
import { pageFindings } from "../emit/docs/page-findings.ts";
import { silentReporter } from "../silent-reporter.ts";
import { generatePackage } from "./generate-package.ts";
import { lightRendering } from "./light-rendering.ts";
import { loadBases, type Mutant, mutantOf, mutate } from "./mutants.ts";
import { outputProblems } from "./output-problems.ts";
import { syntaxProblems } from "./syntax-problems.ts";

/** What became of the mutants of a run. */
export interface FuzzReport {
  readonly accepted: number;
  readonly refused: number;
  /** Mutants that were neither refused nor became a sound package, as small as could be. */
  readonly failures: readonly { readonly mutant: Mutant; readonly problem: string }[];
}

export interface FuzzOptions {
  readonly runs: number;
  readonly seed: number;
  /** Every so many accepted mutants, one goes through the tool itself as well. Default 100. */
  readonly throughTool?: number;
  /** Every so many accepted mutants, one gets reference pages as well. Default 10. */
  readonly withDocs?: number;
}

const silent = silentReporter();
/** Packages that are compiled together. */
const BATCH = 400;

/**
 * Mutates specs, and holds that each mutant is refused, or becomes a package whose syntax trees hold only what is allowed and
 * which compiles under strict. The templates are rendered in this process, but for a few.
 */
export async function fuzzSpecs({ runs, seed, throughTool = 100, withDocs = 10 }: FuzzOptions): Promise<FuzzReport> {
  const bases = await loadBases();
  const mutants = fc.sample(mutantOf([...bases.keys()]), { numRuns: runs, seed });
  const failures: { mutant: Mutant; problem: string }[] = [];
  const waiting = new Map<Mutant, ReadonlyMap<string, string>>();
  let [accepted, refused] = [0, 0];
  const compile = () => {
    for (const [mutant, problem] of compileAll(waiting)) failures.push({ mutant, problem });
    waiting.clear();
  };
  for (const mutant of mutants) {
    const judge = (other: Mutant) => judgeMutant(mutate(bases, other), accepted % withDocs === 0);
    const { problem, files } = await judge(mutant);
    if (problem !== undefined) failures.push(await shrink(mutant, problem, judge));
    else if (files === undefined) refused += 1;
    else {
      waiting.set(mutant, files);
      if (accepted % throughTool === throughTool - 1) {
        const problem = await throughTheTool(mutate(bases, mutant), files);
        if (problem !== undefined) failures.push({ mutant, problem });
      }
      accepted += 1;
    }
    if (waiting.size >= BATCH) compile();
  }
  compile();
  return { accepted, refused, failures };
}

interface Judgement {
  /** Undefined where all is well. */
  readonly problem?: string;
  /** Undefined where the spec was refused. */
  readonly files?: ReadonlyMap<string, string>;
}

async function judgeMutant(document: JsonObject, docs: boolean): Promise<Judgement> {
  try {
    const source = { file: path.join(tmpdir(), "nowhere", "openapi.json"), sha256: "", document };
    const bundled = (await bundleSpec(source)).document;
    if (guardSpec(bundled).some(({ severity }) => severity === "error")) return {};
    const target = targetOf(docs);
    const { files } = await buildOutput(target, bundled, lightRendering(templateFiles(target)), silent);
    const problems = [...outputProblems(files), ...syntaxProblems(files)];
    const pages = [...files].filter(([file]) => file.startsWith("docs/"));
    if (docs) problems.push(...(await pageFindings(new Map(pages.map(([file, text]) => [file.slice(5), text])))));
    return problems.length > 0 ? { problem: problems.slice(0, 3).join("\n") } : { files };
  } catch (error) {
    if (error instanceof SpecRefusal && error.findings.length > 0) return {};
    return { problem: String(error instanceof Error ? error.stack : error).slice(0, 1500) };
  }
}

function targetOf(docs: boolean): Target {
  const root = path.join(tmpdir(), "nowhere", "out");
  const spec = path.join(tmpdir(), "nowhere", "openapi.json");
  const rest = { overlay: undefined, allowRefs: [], command: "sailkit generate" };
  return { name: "openapi.json", spec, root, extent: "package", docs, ...rest };
}

/** The mutant with changes left out as long as it still fails. */
async function shrink(mutant: Mutant, problem: string, judge: (mutant: Mutant) => Promise<Judgement>) {
  let smallest = { mutant, problem };
  for (let index = mutant.changes.length - 1; index >= 0; index -= 1) {
    const changes = smallest.mutant.changes.filter((_, at) => at !== index);
    const other = { ...mutant, changes };
    const { problem: left } = await judge(other);
    if (left !== undefined) smallest = { mutant: other, problem: left };
  }
  return smallest;
}

/** The package as the tool renders it; it must be the one this process rendered. */
async function throughTheTool(document: JsonObject, files: ReadonlyMap<string, string>): Promise<string | undefined> {
  try {
    const made = await generatePackage(document, { docs: [...files.keys()].some((file) => file.startsWith("docs/")) });
    const generated = (all: ReadonlyMap<string, string>) =>
      [...all.keys()].filter((file) => file.startsWith("src/")).join();
    return generated(made.files) === generated(files) ? undefined : "The tool made other files.";
  } catch (error) {
    return String(error);
  }
}

/** Compiles the generated parts of packages beside one copy of the runtime, in one run of TypeScript 7. */
function compileAll(packages: ReadonlyMap<Mutant, ReadonlyMap<string, string>>): Map<Mutant, string> {
  const failures = new Map<Mutant, string>();
  const [first] = packages.values();
  if (!first) return failures;
  const root = mkdtempSync(path.join(tmpdir(), "sailkit-fuzz-"));
  try {
    const write = (file: string, text: string) => {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    };
    for (const [file, text] of first) if (file.startsWith("src/runtime/")) write(file, text);
    for (const [index, files] of [...packages.values()].entries()) {
      for (const [file, text] of files) {
        if (/^src\/generated\/.*\.ts$/.test(file)) write(file.replace("src/generated/", `src/m${index}/`), text);
      }
    }
    const { compilerOptions } = JSON.parse(first.get("tsconfig.json") ?? "{}") as { compilerOptions: object };
    write("tsconfig.json", JSON.stringify({ compilerOptions: { ...compilerOptions, noEmit: true }, include: ["src"] }));
    write("package.json", JSON.stringify({ type: "module" }));
    mkdirSync(path.join(root, "node_modules"));
    const fetchClient = inRepository("packages/beta-client/node_modules/openapi-fetch");
    symlinkSync(fetchClient, path.join(root, "node_modules/openapi-fetch"), "junction");
    const tsc = inRepository("node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", root, "--pretty", "false"], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    const mutants = [...packages.keys()];
    for (const line of stdout.split("\n").filter((one) => /error TS\d/.test(one))) {
      const mutant = mutants[Number(/^src[/\\]m(\d+)[/\\]/.exec(line)?.[1] ?? 0)] as Mutant;
      failures.set(mutant, failures.has(mutant) ? `${failures.get(mutant)}` : line);
    }
    return failures;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
