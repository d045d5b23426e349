import type { Target } from "../../config/target.ts";
import { checkAst } from "../../emit/ast-check/check-ast.ts";
import { FormatFailure } from "../../emit/format/format-failure.ts";
import { includedPartials } from "../language/included-partials.ts";
import type { TemplateSet } from "../language/template-set.ts";
import type { TemplateData } from "../read-template-data.ts";
import { confirmByTool } from "./confirm-by-tool.ts";
import { type ProblemWriter, problemWriter } from "./describe-problems.ts";
import { entryMakes } from "./entry-makes.ts";
import { type FileDifference, fileDifferences } from "./file-difference.ts";
import type { RenderedOutput } from "./output-renderer.ts";
import { type PreparedPreview, preparePreview } from "./prepare-preview.ts";
import type { PreviewOptions } from "./preview-options.ts";
import type { PreviewProblem } from "./preview-problem.ts";
import type { PreviewResult, PreviewStep } from "./preview-result.ts";
import { type TemplateRound, templateRounds } from "./template-rounds.ts";

/** Templates over one spec, in a process that stays warm. */
export interface PreviewSession {
  /** The folders that templates are read from. */
  readonly folders: readonly string[];
  readonly target: Target;
  readonly data: TemplateData;
  /**
   * Reads the templates again and shows what they make now. One call at a time.
   * @param since when the change was made, on the clock of `performance`; now where left out
   */
  refresh(since?: number): Promise<PreviewResult>;
  /** The files of the last round that could be rendered, formatted. */
  output(): ReadonlyMap<string, string>;
  /** The templates of the last round. */
  templates(): TemplateSet;
  close(): Promise<void>;
}

/**
 * Prepares a spec, a compiler and a JVM, so that each further round costs only what a change of a template costs.
 * @throws SpecRefusal; Error for a template, an operation or a spec there is not
 */
export async function previewSession(options: PreviewOptions): Promise<PreviewSession> {
  const prepared = await preparePreview(options);
  const { data, entries, renderer, shown, scratch, tool } = prepared;
  const rounds = templateRounds(prepared.folders, prepared.wanted);
  const unchecked = new Set<string>();
  let count = 0;
  let checking: Promise<unknown> = Promise.resolve();
  let output: ReadonlyMap<string, string> = new Map();
  let differences: readonly FileDifference[] = [];

  const refresh = async (since = performance.now()): Promise<PreviewResult> => {
    const round = ++count;
    const ms = () => performance.now() - since;
    const templates = rounds.next();
    const { set, changed, stale, isSound } = templates;
    const write = (files: ReadonlyMap<string, string>) =>
      problemWriter({ set, skeleton: data.skeleton, entries, renderer, files });
    if (!isSound) {
      const problems = lintProblems(templates, write(new Map()));
      const none = Promise.resolve(undefined);
      return { round, changed, entries: [], differences, problems, ms: ms(), types: none, tool: none };
    }
    const rendered = renderer.render(set, stale);
    if (shown !== renderer) shown.render(set, stale);
    for (const file of scratch.write(sources(rendered))) unchecked.add(file);
    const writer = write(rendered.files);
    const isLatest = () => round === count;
    let laidOut: Promise<PreviewProblem[]> | undefined;
    // The compiler is another process: it works while code is laid out here, and what is not to be waited for comes behind.
    const check = async () => {
      const faults = checkTypes(prepared, unchecked, writer);
      await laidOut;
      return [...(await checkTrees(rendered, writer)), ...(await faults)];
    };
    const types = checking.then(() => (isLatest() ? step(check, ms) : undefined));
    checking = types.catch(() => {});
    // Behind the compiler: side by side, they would only slow each other down.
    const confirmed = checking.then(() =>
      tool && isLatest()
        ? step(
            () =>
              confirmByTool(() => tool.render(set, rendered.entries), {
                ...rendered,
                entries,
                names: rendered.entries,
                writer,
              }),
            ms,
          )
        : undefined,
    );
    laidOut = layOut(writer);
    const problems = [...lintProblems(templates, writer), ...(await laidOut)];
    return { round, changed, entries: rendered.entries, differences, problems, ms: ms(), types, tool: confirmed };
  };

  async function layOut(writer: ProblemWriter): Promise<PreviewProblem[]> {
    try {
      output = await renderer.finish();
      const visible = shown === renderer ? output : await shown.finish();
      differences = fileDifferences(...wantedFiles(prepared, rounds.set(), visible));
      return [];
    } catch (error) {
      if (error instanceof FormatFailure) return error.problems.slice(0, 5).map(writer.ofFormat);
      throw error;
    }
  }

  return {
    ...prepared,
    refresh,
    output: () => output,
    templates: rounds.set,
    async close() {
      await checking;
      await prepared.close();
    },
  };
}

/** What a step finds, and when; undefined where a later round took its place. */
async function step(
  work: () => Promise<readonly PreviewProblem[] | undefined>,
  ms: () => number,
): Promise<PreviewStep | undefined> {
  const problems = await work();
  return problems && { problems, ms: ms() };
}

async function checkTypes(
  { checker, scratch }: PreparedPreview,
  unchecked: Set<string>,
  writer: ProblemWriter,
): Promise<PreviewProblem[]> {
  const files = [...unchecked];
  unchecked.clear();
  const faults = await checker.check(files);
  return faults.map(({ file, offset, code, message }) =>
    writer.atOutput("types", { code: `TS${code}`, message, path: scratch.pathOf(file), offset }),
  );
}

async function checkTrees({ files, changed }: RenderedOutput, writer: ProblemWriter): Promise<PreviewProblem[]> {
  const findings = await checkAst(new Map(changed.map((path) => [path, files.get(path) ?? ""])));
  return findings.map(writer.ofSyntaxTree);
}

function lintProblems({ findings }: TemplateRound, writer: ProblemWriter): PreviewProblem[] {
  return findings.map(({ rule, ...place }) =>
    writer.atTemplate(rule === "syntax" ? "template" : "lint", { ...place, code: rule }),
  );
}

/** What is compiled: the rest is read by people. */
function sources({ files, changed }: RenderedOutput): [string, string][] {
  return changed.filter((path) => path.endsWith(".ts")).map((path) => [path, files.get(path) ?? ""]);
}

/** The files that depend on the templates asked for, as they were committed and as they are. */
function wantedFiles(
  { committed, wanted, entries }: PreparedPreview,
  set: TemplateSet,
  files: ReadonlyMap<string, string>,
): [ReadonlyMap<string, string>, ReadonlyMap<string, string>] {
  if (wanted.length === 0) return [committed, files];
  const makers = entries.filter(({ template }) =>
    includedPartials(set, [template]).some((name) => wanted.includes(name)),
  );
  const own = (all: ReadonlyMap<string, string>) =>
    new Map([...all].filter(([path]) => makers.some((entry) => entryMakes(entry, path))));
  return [own(committed), own(files)];
}
