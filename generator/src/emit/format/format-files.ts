import type * as oxfmt from "oxfmt";
import type { OutputFiles } from "../output/output-files.ts";
import { FormatFailure, type FormatProblem } from "./format-failure.ts";
import { formatOptions } from "./format-options.ts";
import { DEEPEST, nestingFault } from "./nesting-fault.ts";

/** What is formatted; everything else, Markdown included, passes through as it is. */
const FORMATTED = /(?:\.d)?\.[cm]?[jt]s$/;

type OxfmtError = Awaited<ReturnType<typeof oxfmt.format>>["errors"][number];

/**
 * Formats generated TypeScript and JavaScript with oxfmt, in threads of this process: 60 ms for the 1.6 MB of a client
 * with 559 operations, where a Biome process took 250 ms for the same bytes. The result depends on the texts alone: not
 * on the current folder, the user's configuration, the environment or the file names.
 *
 * @param options.skip Says which files to pass through untouched, such as those a printer has laid out already.
 * @returns Every file of `files`, in the same order.
 * @throws {FormatFailure} when a text does not parse, naming file, line and column.
 */
export async function formatFiles(
  files: OutputFiles,
  options: { skip?: (path: string) => boolean } = {},
): Promise<Map<string, string>> {
  const candidates = [...files].filter(([path]) => FORMATTED.test(path) && !options.skip?.(path));
  const result = new Map(files);
  const problems: FormatProblem[] = [];
  await Promise.all(
    candidates.map(async ([path, text]) => {
      const formatted = await format(path, text);
      if (typeof formatted === "string") result.set(path, formatted);
      else problems.push(...formatted);
    }),
  );
  if (problems.length > 0) throw new FormatFailure(problems.sort(byPlace));
  return result;
}

async function format(path: string, text: string): Promise<string | FormatProblem[]> {
  const tooDeep = nestingFault(text);
  if (tooDeep !== undefined) {
    const message = `The code nests more than ${DEEPEST} brackets deep: give the inner schemas names of their own.`;
    return [{ path, message, ...placeOf(text, tooDeep) }];
  }
  const { format } = await import("oxfmt");
  // Names may come from a spec and mean nothing to a formatter, so it gets to see the extension only.
  const { code, errors } = await format(`file${FORMATTED.exec(path)?.[0]}`, text, formatOptions);
  return errors.length === 0 ? code : errors.map((error) => problemOf(path, text, error));
}

function problemOf(path: string, text: string, { message, labels }: OxfmtError): FormatProblem {
  // The formatter counts bytes of UTF-8.
  const before = Buffer.from(text).subarray(0, labels[0]?.start ?? 0);
  return { path, message, ...placeOf(text, before.toString().length) };
}

function placeOf(text: string, offset: number): { line: number; column: number; excerpt: string } {
  const lines = text.slice(0, offset).split("\n");
  const line = lines.length;
  const excerpt = (text.split("\n", line)[line - 1] ?? "").trim().slice(0, 120);
  return { line, column: (lines.at(-1) ?? "").length + 1, excerpt };
}

function byPlace(a: FormatProblem, b: FormatProblem): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
