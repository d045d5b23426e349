import pc from "picocolors";
import type { Finding } from "../spec/finding.ts";
import { printable } from "./printable.ts";

/** How many findings of one rule are shown unless all are asked for. */
const SHOWN = 20;

export interface FindingsOptions {
  /** Colours for terminals. */
  readonly color: boolean;
  /** Show every finding, not only the first 20 of each rule. Default false. */
  readonly verbose?: boolean;
}

/**
 * Lays out findings for people: grouped by rule, errors first, each with its place and message; a hint that a whole
 * group shares stands once below it.
 *
 * @returns Lines that each end in a newline; an empty string without findings.
 */
export function renderFindings(findings: readonly Finding[], options: FindingsOptions): string {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const ordered = [...groups.values()].sort((a, b) => rank(a) - rank(b));
  return ordered.map((group) => renderGroup(group, options)).join("");
}

function rank(group: readonly Finding[]): number {
  return group[0]?.severity === "error" ? 0 : 1;
}

function renderGroup(group: readonly Finding[], { color, verbose = false }: FindingsOptions): string {
  const { bold, cyan, dim, red, yellow } = pc.createColors(color);
  const [first] = group;
  if (first === undefined) return "";
  const shown = verbose ? group : group.slice(0, SHOWN);
  const commonHint = group.every(({ hint }) => hint === first.hint) ? first.hint : undefined;
  const label = first.severity === "error" ? red("error") : yellow("warning");
  const lines = [`${label} ${bold(printable(first.rule))}${group.length > 1 ? dim(` (${group.length})`) : ""}`];
  for (const finding of shown) {
    lines.push(`  ${cyan(placeOf(finding))} ${printable(finding.message)}`);
    if (finding.hint && commonHint === undefined) lines.push(dim(`    ${printable(finding.hint)}`));
  }
  if (shown.length < group.length) lines.push(dim(`  and ${group.length - shown.length} more; --verbose shows all`));
  if (commonHint) lines.push(dim(`  ${printable(commonHint)}`));
  return `${lines.join("\n")}\n`;
}

/** `#/paths/~1tasks/get` in the main file, `schemas.yaml#/Task` in another. */
function placeOf({ file, pointer }: Finding): string {
  return printable(`${file ?? ""}#${pointer}`);
}
