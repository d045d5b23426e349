import path from "node:path";
import { templateFiles } from "../../pipeline/template-files.ts";
import { includedPartials } from "../language/included-partials.ts";
import { entryMakes } from "../preview/entry-makes.ts";
import type { PreviewProblem } from "../preview/preview-problem.ts";
import type { PreviewResult, PreviewStep } from "../preview/preview-result.ts";
import type { PreviewSession } from "../preview/preview-session.ts";

/** What the page needs to know of a round; texts of output it asks for. */
export interface PreviewOverview {
  readonly round: number;
  readonly changed: readonly string[];
  readonly templates: readonly { readonly name: string; readonly text: string; readonly outputs: readonly string[] }[];
  readonly operations: readonly string[];
  readonly models: readonly string[];
  readonly differences: readonly {
    readonly path: string;
    readonly status: string;
    readonly added: number;
    readonly removed: number;
  }[];
  /** Each with the template it is in, where it is in one. */
  readonly problems: readonly (PreviewProblem & { readonly template?: string })[];
  /** Milliseconds from the save; null for a step that is still on. */
  readonly ms: { readonly diff: number; readonly types: number | null; readonly tool: number | null };
}

/** Sums up a round for the page. */
export function overviewOf(
  session: PreviewSession,
  result: PreviewResult,
  { types, tool }: { readonly types?: PreviewStep; readonly tool?: PreviewStep },
): PreviewOverview {
  const set = session.templates();
  const paths = [...session.output().keys()];
  const entries = templateFiles(session.target);
  const byFile = new Map(set.names.map((name) => [path.relative("", set.file(name) ?? ""), name]));
  return {
    round: result.round,
    changed: result.changed,
    templates: set.names.map((name) => {
      const using = entries.filter(({ template }) => includedPartials(set, [template]).includes(name));
      return {
        name,
        text: set.text(name),
        outputs: paths.filter((one) => using.some((entry) => entryMakes(entry, one))),
      };
    }),
    operations: session.data.client.operations.map(({ name }) => name),
    models: session.data.client.schemas.map(({ name }) => name),
    differences: result.differences.map(({ path: file, status, added, removed }) => ({
      path: file,
      status,
      added,
      removed,
    })),
    problems: [...result.problems, ...(types?.problems ?? []), ...(tool?.problems ?? [])].map((problem) => {
      const template = problem.file === undefined ? undefined : byFile.get(problem.file);
      return template === undefined ? problem : { ...problem, template };
    }),
    ms: { diff: result.ms, types: types?.ms ?? null, tool: tool?.ms ?? null },
  };
}
