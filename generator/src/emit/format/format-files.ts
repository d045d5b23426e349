import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OutputFiles } from "../output/output-files.ts";
import { biomeCommands } from "./biome-commands.ts";
import { biomeConfig } from "./biome-config.ts";
import { FormatFailure, type FormatProblem } from "./format-failure.ts";
import { formatProblems } from "./format-problems.ts";
import { type BiomeRun, runBiome } from "./run-biome.ts";

/** What Biome is asked to format; everything else, Markdown included, passes through as it is. */
const FORMATTED = /(?:\.d)?\.(?:[cm]?[jt]s|json)$/;

/** A file under the name it has for Biome: a number, since names may come from a spec and mean nothing to a formatter. */
interface Candidate {
  readonly path: string;
  readonly text: string;
  readonly alias: string;
}

/**
 * Formats generated TypeScript, JavaScript and JSON with one Biome process. The result depends on the texts alone: not
 * on the current folder, the user's configuration, the environment or the file names.
 *
 * @param options.skip Says which files to pass through untouched, such as those a printer has laid out already.
 * @returns Every file of `files`, in the same order.
 * @throws {FormatFailure} when a text does not parse, naming file, line and column; or when Biome cannot run.
 */
export async function formatFiles(
  files: OutputFiles,
  options: { skip?: (path: string) => boolean } = {},
): Promise<Map<string, string>> {
  const candidates = [...files]
    .filter(([path]) => FORMATTED.test(path) && !options.skip?.(path))
    .map(([path, text], index) => ({ path, text, alias: aliasOf(path, index) }));
  const result = new Map(files);
  if (candidates.length === 0) return result;

  const folder = mkdtempSync(join(tmpdir(), "sailkit-format-"));
  try {
    stage(folder, candidates);
    const args = ["format", "--write", `--config-path=${folder}`, "--colors=off", "--reporter=rdjson"];
    const run = await runBiome(biomeCommands(), [...args, "--max-diagnostics=100", "files"], folder);
    if (run.exitCode !== 0) throw failure(run, candidates);
    for (const { path, alias } of candidates) result.set(path, readFileSync(join(folder, alias), "utf8"));
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Biome lays out a `package.json` in its own way, so that name is kept. */
function aliasOf(path: string, index: number): string {
  if (/(?:^|\/)package\.json$/.test(path)) return `files/${index}/package.json`;
  return `files/${index}${FORMATTED.exec(path)?.[0] ?? ""}`;
}

function stage(folder: string, candidates: readonly Candidate[]): void {
  mkdirSync(join(folder, "files"));
  writeFileSync(join(folder, "biome.json"), JSON.stringify(biomeConfig));
  for (const { alias, text } of candidates) {
    if (alias.endsWith("/package.json")) mkdirSync(join(folder, alias, ".."));
    writeFileSync(join(folder, alias), text);
  }
}

function failure(run: BiomeRun, candidates: readonly Candidate[]): FormatFailure {
  const byAlias = new Map(candidates.map((candidate) => [candidate.alias, candidate]));
  const problems = formatProblems(run.stdout, (path) => byAlias.get(path.replaceAll("\\", "/")));
  if (problems.length > 0) return new FormatFailure(describe(problems), problems);
  const ending = run.signal === null ? `exit code ${run.exitCode}` : `signal ${run.signal}`;
  if (run.stderr.includes("overflowed its stack")) {
    return new FormatFailure(
      "Generated code nests too deeply to be formatted; the output folder is as it was. Some schema of the spec holds hundreds of levels inline: give the inner ones names under components.schemas.",
    );
  }
  return new FormatFailure(
    `Biome, which formats the generated code, ended with ${ending}: ${run.stderr.trim() || run.stdout.trim() || "no message"}`,
  );
}

function describe(problems: readonly FormatProblem[]): string {
  const shown = problems.slice(0, 10);
  const lines = shown.map(
    ({ path, line, column, message, excerpt }) => `  ${path}:${line}:${column}: ${message}\n    ${excerpt}`,
  );
  const rest = problems.length > shown.length ? [`  and ${problems.length - shown.length} more`] : [];
  return [
    "Generated code does not parse, so it cannot be formatted; the output folder is as it was.",
    ...lines,
    ...rest,
    "The text comes from a template or a transform: fix the one that prints this file.",
  ].join("\n");
}
