import { checkAst } from "../../emit/ast-check/check-ast.ts";
import { FormatFailure } from "../../emit/format/format-failure.ts";
import { emitTypes } from "../../emit/types/emit-types.ts";
import { prepareRuntime } from "../../java/prepare-runtime.ts";
import { GENERATED, type Target } from "../../pipeline/target.ts";
import { templateFiles } from "../../pipeline/template-files.ts";
import { type BenchSpec, benchTarget } from "../bench-target.ts";
import { chooseTemplates } from "../choose-templates.ts";
import { knownShapes } from "../known-shapes.ts";
import { includedPartials } from "../language/included-partials.ts";
import { readTemplates, type TemplateSet } from "../language/template-set.ts";
import { lintTemplates } from "../lint/lint-templates.ts";
import { readTemplateData, type TemplateData } from "../read-template-data.ts";
import { templateFolders } from "../template-folders.ts";
import { committedOutput, outputOfCommittedTemplates } from "./baseline-files.ts";
import { confirmByTool } from "./confirm-by-tool.ts";
import { problemWriter } from "./describe-problems.ts";
import { entryMakes } from "./entry-makes.ts";
import { type FileDifference, fileDifferences } from "./file-difference.ts";
import { narrowData } from "./narrow-data.ts";
import { outputRenderer, type RenderedOutput } from "./output-renderer.ts";
import type { PreviewProblem } from "./preview-problem.ts";
import type { PreviewResult, PreviewStep } from "./preview-result.ts";
import { scratchPackage } from "./scratch-package.ts";
import { toolConfirmation } from "./tool-confirmation.ts";
import { typeChecker } from "./type-checker.ts";

/** What to look at. */
export interface PreviewOptions extends BenchSpec {
  /** Only files that depend on these templates; all where empty. */
  readonly templates?: readonly string[];
  /** Only what the templates print for this operation. */
  readonly operation?: string | undefined;
  /** Folders layered over our templates. */
  readonly layers?: readonly string[];
  /** Keep a JVM waiting for the next change. Default false. */
  readonly stay?: boolean;
  /** Whether openapi-generator confirms each round. Default true. */
  readonly tool?: boolean;
}

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
  const runtime = (options.tool ?? true) ? prepareRuntime() : undefined;
  // Told by the step that needs it.
  runtime?.catch(() => {});
  const folders = templateFolders(options.layers);
  let set = readTemplates(folders);
  const wanted = chooseTemplates(set, options.templates ?? []);
  const target = await benchTarget(options);
  const data = await readTemplateData(target);
  const entries = templateFiles(target);
  const tool =
    runtime &&
    toolConfirmation({ skeleton: data.skeleton, folders, files: entries, runtime, stay: options.stay ?? false });
  const narrowed = options.operation === undefined ? undefined : narrowData(data, options.operation);
  const shownEntries = narrowed
    ? entries.filter(({ type, template }) => type === "api" || template === "docs/examples.mustache")
    : entries;
  const scratch = scratchPackage(target, data);
  const [schema, committed, checker] = await Promise.all([
    emitTypes(data.types),
    narrowed || target.extent === "package"
      ? outputOfCommittedTemplates(narrowed ?? data, shownEntries)
      : committedOutput(target),
    typeChecker(scratch.project),
  ]);
  const renderer = outputRenderer(data, entries);
  const shown = narrowed ? outputRenderer(narrowed, shownEntries) : renderer;
  const unchecked = new Set(scratch.write([[`${GENERATED}/schema.ts`, schema]]));
  const shapes = knownShapes();
  const isWanted = (path: string) =>
    wanted.length === 0 ||
    entries.some(
      (entry) =>
        entryMakes(entry, path) && includedPartials(set, [entry.template]).some((name) => wanted.includes(name)),
    );
  let round = 0;
  let checking: Promise<unknown> = Promise.resolve();
  let output: ReadonlyMap<string, string> = new Map();
  let differences: readonly FileDifference[] = [];
  let isFirst = true;
  const due = new Set<string>();
  let faulty: readonly string[] = [];

  const refresh = async (since = performance.now()): Promise<PreviewResult> => {
    const now = ++round;
    const before = set;
    set = readTemplates(folders);
    const changed = now === 1 ? [] : namesThatDiffer(before, set);
    for (const name of changed) due.add(name);
    const ms = () => performance.now() - since;
    const problems = lintTemplates({
      set,
      files: templateFiles({ docs: true }),
      shapes,
      only: now === 1 ? firstLook(wanted) : [...new Set([...changed, ...faulty])].filter((name) => set.has(name)),
    });
    faulty = problems.map(({ template }) => template);
    const write = (files: ReadonlyMap<string, string>) =>
      problemWriter({ set, skeleton: data.skeleton, entries, renderer, files });
    const told = (): PreviewProblem[] =>
      problems.map(({ rule, ...place }) =>
        write(new Map()).atTemplate(rule === "syntax" ? "template" : "lint", { ...place, code: rule }),
      );
    if (problems.some(({ rule }) => rule === "syntax" || rule === "missing-partial")) {
      const none = Promise.resolve(undefined);
      return { round: now, changed, entries: [], differences, problems: told(), ms: ms(), types: none, tool: none };
    }
    // What changed while another template could not be parsed is still to be rendered.
    const stale = isFirst ? undefined : [...due];
    const current = renderer.render(set, stale);
    if (shown !== renderer) shown.render(set, stale);
    isFirst = false;
    due.clear();
    for (const file of scratch.write(sources(current))) unchecked.add(file);
    const writer = write(current.files);
    const types = checking.then(() => (now === round ? checkTypes() : undefined));
    checking = types.catch(() => {});
    // Behind the compiler: side by side, they would only slow each other down.
    const confirmed = checking.then(() => (tool && now === round ? confirm(current) : undefined));
    const laidOut = await layOut(current);
    return {
      round: now,
      changed,
      entries: current.entries,
      differences,
      problems: [...told(), ...laidOut],
      ms: ms(),
      types,
      tool: confirmed,
    };

    async function layOut({ files, changed: paths }: RenderedOutput): Promise<PreviewProblem[]> {
      try {
        output = await renderer.finish();
        const visible = shown === renderer ? output : await shown.finish();
        differences = fileDifferences(filtered(committed), filtered(visible));
        const findings = await checkAst(new Map(paths.map((path) => [path, files.get(path) ?? ""])));
        return findings.map(writer.ofSyntaxTree);
      } catch (error) {
        if (error instanceof FormatFailure) return error.problems.slice(0, 5).map(writer.ofFormat);
        throw error;
      }
    }

    async function checkTypes(): Promise<PreviewStep> {
      const files = [...unchecked];
      unchecked.clear();
      const faults = await checker.check(files);
      const found = faults.map(({ file, offset, code, message }) =>
        writer.atOutput("types", { code: `TS${code}`, message, path: scratch.pathOf(file), offset }),
      );
      return { problems: found, ms: ms() };
    }

    async function confirm({ raw, entries: names }: RenderedOutput): Promise<PreviewStep | undefined> {
      const found = await confirmByTool(() => tool?.render(set, names) ?? Promise.resolve(undefined), {
        raw,
        entries,
        names,
        writer,
      });
      return found && { problems: found, ms: ms() };
    }
  };

  return {
    folders,
    target,
    data,
    refresh,
    output: () => output,
    templates: () => set,
    async close() {
      tool?.close();
      await Promise.all([checker.close(), checking.catch(() => {})]);
      scratch.remove();
    },
  };

  function filtered(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    return wanted.length === 0 ? files : new Map([...files].filter(([path]) => isWanted(path)));
  }
}

/** What is compiled: the rest is read by people. */
function sources({ files, changed }: RenderedOutput): [string, string][] {
  return changed.filter((path) => path.endsWith(".ts")).map((path) => [path, files.get(path) ?? ""]);
}

/** The first round holds all templates to the rules, or those that were asked for; a later one those that changed. */
function firstLook(wanted: readonly string[]): readonly string[] | undefined {
  return wanted.length > 0 ? wanted : undefined;
}

function namesThatDiffer(before: TemplateSet, after: TemplateSet): string[] {
  const names = new Set([...before.names, ...after.names]);
  return [...names]
    .filter((name) => before.text(name) !== after.text(name) || before.has(name) !== after.has(name))
    .sort();
}
