import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { PullResult } from "../commands/pull.ts";
import type { SailkitConfig } from "../config/define-config.ts";
import { inRepository } from "../config/in-repository.ts";
import { createReporter } from "../progress/create-reporter.ts";
import { reporterMode } from "../progress/reporter-mode.ts";
import { diffWriter } from "./diff-writer.ts";
import { ExitCode, exitCodeOf } from "./exit-code.ts";
import { printTimings } from "./print-timings.ts";

/** Characters of a report; GitHub takes 65,536 as the text of a pull request. */
const MAX_REPORT = 60_000;

const NEXT =
  'Next: read the changesets, since they go to users as they are; then `pnpm check`, and `pnpm release:rehearse` to try the release. CONTRIBUTING.md, "The spec changed", has every step.';

/** Flags of `sailkit pull`, as the command line gives them. */
export interface PullFlags {
  readonly from?: string;
  readonly api?: string;
  readonly dryRun?: boolean;
  readonly format?: string;
  readonly report?: string;
  readonly timeout?: string;
  readonly allowRedirect?: readonly string[];
  readonly allowRef?: readonly string[];
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly timings?: boolean;
}

/**
 * Runs `sailkit pull` and gives its exit code: 0 also where there is nothing new, 1 where the spec could not be had, 2 for a
 * refused one.
 */
export async function runPull(flags: PullFlags): Promise<number> {
  const mode = reporterMode(flags.quiet ? { quiet: true } : {}, process.stderr);
  const reporter = createReporter({ mode, verbose: flags.verbose ?? false });
  try {
    const write = await diffWriter(flags);
    const timeoutMs = flags.timeout === undefined ? undefined : seconds(flags.timeout) * 1000;
    const [{ pull }, { generate }] = await Promise.all([
      import("../commands/pull.ts"),
      import("../commands/generate.ts"),
    ]);
    const { default: config } = (await import(pathToFileURL(inRepository("sailkit.config.ts")).href)) as {
      default: SailkitConfig;
    };
    let warnings = 0;
    const listener = flags.verbose ? reporter : { ...reporter, warn: () => void warnings++ };
    const result = await pull(
      { ...flags, timeoutMs, allowRedirects: flags.allowRedirect, allowRefs: flags.allowRef },
      { workspace: { root: path.resolve(inRepository("")), ...config }, reporter: listener, generate },
    );
    if (result.diff) process.stdout.write(write(result.diff));
    if (flags.report !== undefined) await report(flags.report, result);
    reporter.summary(summarize(result, flags, warnings));
    if (flags.timings) await printTimings(reporter);
    return ExitCode.success;
  } catch (error) {
    reporter.fail(error);
    return exitCodeOf(error);
  }
}

function seconds(text: string): number {
  const value = Number(text);
  if (value > 0 && value <= 86_400) return value;
  throw new Error(`--timeout is "${text}". Give a number of seconds, such as 120.`);
}

/** The diff as Markdown for a pull request; above it, what is released and what the overlay no longer corrects. */
async function report(file: string, { diff, idle, changesets }: PullResult): Promise<void> {
  const { reportMarkdown } = await import("../diff/report/report-markdown.ts");
  const notes = idle.map(({ message }) => `- ${message.replaceAll("\n", " ")}\n`);
  const overlay = notes.length === 0 ? "" : `## The overlay\n\n${notes.join("")}\n`;
  const messages = changesets.map(({ message }) => `${message}\n`).join("");
  const released = messages === "" ? "" : `## The changesets\n\n\`\`\`\`text\n${messages}\`\`\`\`\n\n`;
  const text = released + overlay + (diff ? reportMarkdown(diff) : "Nothing to compare.\n");
  const rest = "\n\n… and more: run `pnpm sailkit diff` on both specs to see all.\n";
  writeFileSync(
    path.resolve(file),
    text.length > MAX_REPORT ? text.slice(0, text.lastIndexOf("\n", MAX_REPORT)) + rest : text,
  );
}

function summarize(
  { api, outcome, date, diff, changesets, generated, idle }: PullResult,
  flags: PullFlags,
  warnings: number,
) {
  const edition = date === undefined ? "" : ` (edition of ${date})`;
  const sentences = {
    "not-modified": `${api}: upstream is the edition already taken note of${edition}; nothing to do.`,
    current: `${api}: the spec says the same already${edition}.`,
    previewed: `${api}: this was a dry run; nothing was changed.`,
    pulled: `${api}: the spec was replaced${edition}.`,
  };
  const lines = [sentences[outcome]];
  if (outcome === "not-modified" && flags.from === undefined) {
    lines.push("To put that edition in the place of the spec all the same, name it with --from.");
  }
  if ((outcome === "pulled" || outcome === "previewed") && diff === undefined) {
    lines.push("There was no usable spec to compare it with, so no changeset is written.");
  }
  if (generated) {
    const files = generated.files.length;
    lines.push(`${generated.operations} operations, ${files} generated ${files === 1 ? "file" : "files"} changed.`);
  }
  lines.push(...changesets.map(({ message }) => message));
  if (warnings > 0) lines.push(`${warnings} warnings about the spec; --verbose lists them.`);
  if (outcome === "pulled") lines.push(NEXT);
  if (idle.length > 0) {
    lines.push(`${idle.length} ${idle.length === 1 ? "action" : "actions"} of the overlay found nothing to correct:`);
  }
  return { ok: true, message: lines.join("\n"), details: idle.map(({ message }) => message), data: { outcome } };
}
