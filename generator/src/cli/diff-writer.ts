import type { SpecDiff } from "../diff/diff-specs.ts";

/** Flags that say how a difference is shown. */
export interface DiffWriterFlags {
  /** `text`, `markdown` or `json`. Default `text`. */
  readonly format?: string;
  readonly verbose?: boolean;
}

/**
 * The report of the format asked for; text is coloured on a terminal.
 * @throws Error for a format that is none
 */
export async function diffWriter({
  format = "text",
  verbose = false,
}: DiffWriterFlags): Promise<(diff: SpecDiff) => string> {
  switch (format) {
    case "json":
      return (await import("../diff/report/report-json.ts")).reportJson;
    case "markdown":
      return (await import("../diff/report/report-markdown.ts")).reportMarkdown;
    case "text": {
      const { reportText } = await import("../diff/report/report-text.ts");
      const { default: pc } = await import("picocolors");
      const color =
        !process.env.NO_COLOR && (process.stdout.isTTY ? pc.isColorSupported : Boolean(process.env.FORCE_COLOR));
      return (diff) => reportText(diff, { color, verbose, width: process.stdout.columns ?? 120 });
    }
    default:
      throw new Error(`--format is "${format}". Use text, markdown or json.`);
  }
}
