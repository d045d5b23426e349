import type { FormatProblem } from "./format-failure.ts";

interface ReviewdogReport {
  readonly diagnostics?: readonly {
    readonly message: string;
    readonly severity?: string;
    readonly location?: {
      readonly path?: string;
      readonly range?: { readonly start: { readonly line: number; readonly column: number } };
    };
  }[];
}

/**
 * Reads Biome's report in Reviewdog's JSON format.
 *
 * @param report What Biome printed on its standard output.
 * @param sourceOf Gives path and text of the file that Biome knows under `path`.
 * @returns Every problem that has a place, in the order of the report; empty when the report cannot be read.
 */
export function formatProblems(
  report: string,
  sourceOf: (path: string) => { path: string; text: string } | undefined,
): FormatProblem[] {
  return (parse(report).diagnostics ?? []).flatMap(({ message, location }) => {
    const source = location?.path === undefined ? undefined : sourceOf(location.path);
    const start = location?.range?.start;
    if (source === undefined || start === undefined) return [];
    const excerpt = (source.text.split("\n", start.line)[start.line - 1] ?? "").trim().slice(0, 120);
    return [{ path: source.path, line: start.line, column: start.column, message, excerpt }];
  });
}

function parse(report: string): ReviewdogReport {
  try {
    return JSON.parse(report);
  } catch {
    return {};
  }
}
