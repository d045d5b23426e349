import pc from "picocolors";
import { SpecRefusal } from "../spec/spec-refusal.ts";
import { printable } from "./printable.ts";
import { type FindingsOptions, renderFindings } from "./render-findings.ts";

/**
 * Lays out what ended a command for people: the findings of a refused spec, or the message of an error; its stack and
 * causes only with `verbose`.
 *
 * @returns Lines that each end in a newline.
 */
export function renderError(error: unknown, options: FindingsOptions): string {
  const { bold, dim, red } = pc.createColors(options.color);
  if (error instanceof SpecRefusal) {
    return `${red("error")} ${bold("The spec is refused; nothing was written.")}\n${renderFindings(error.findings, options)}`;
  }
  const message = error instanceof Error ? error.message : String(error);
  const [first = "", ...rest] = message.split("\n").map(printable);
  const lines = [`${red("error")} ${bold(first)}`, ...rest.map((line) => `  ${line}`)];
  if (options.verbose) lines.push(...traceOf(error).map((line) => dim(`  ${printable(line)}`)));
  return `${lines.join("\n")}\n`;
}

function traceOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? [] : [`caused by: ${String(error.cause)}`, ...traceOf(error.cause)];
  return [...frames, ...cause];
}
