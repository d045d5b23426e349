import pc from "picocolors";
import type { DoctorReport } from "./doctor-report.ts";

/**
 * Lays out a report for a person: one check a paragraph, its fix below it.
 *
 * @param colour whether to colour the marks. Default: what the terminal can do
 * @returns lines joined by line breaks, without a trailing one
 */
export function formatDoctorReport(report: DoctorReport, colour: boolean = pc.isColorSupported): string {
  const { green, red, dim, bold } = pc.createColors(colour);
  const width = Math.max(...report.checks.map(({ id }) => id.length));
  const indent = `\n${" ".repeat(width + 4)}`;
  const lines = report.checks.map(({ id, ok, detail, fix }) => {
    const text = [detail, ...(fix === undefined ? [] : [dim(`→ ${fix}`)])].join("\n").replaceAll("\n", indent);
    return `${ok ? green("✓") : red("✗")} ${bold(id.padEnd(width))}  ${text}`;
  });
  const failed = report.checks.filter(({ ok }) => !ok).length;
  const verdict = report.ok ? green("Ready to generate.") : red(`${failed} of ${report.checks.length} checks failed.`);
  return [...lines, "", verdict].join("\n");
}
