import type { DiffHunk } from "../preview/diff-lines.ts";
import type { PreviewResult } from "../preview/preview-result.ts";
import type { PreviewSession } from "../preview/preview-session.ts";

/** A file of the output, whole, and how it differs from what is committed. */
export interface PreviewOutput {
  readonly path: string;
  readonly text: string;
  readonly hunks: readonly DiffHunk[];
}

/** @throws Error where there is no such file */
export function outputOf(session: PreviewSession, { differences }: PreviewResult, path: string): PreviewOutput {
  const text = session.output().get(path);
  const difference = differences.find((one) => one.path === path);
  if (text === undefined && !difference) throw new Error(`The templates make no file ${path}.`);
  return { path, text: text ?? "", hunks: difference?.hunks ?? [] };
}
