import pc from "picocolors";
import { printable } from "../../progress/printable.ts";
import type { PreviewProblem } from "./preview-problem.ts";

/** Most problems of one step that are shown; the first explains the others more often than not. */
const MOST = 8;

/** Lays out problems for people: the place in the template, the line, what it printed, and what is in scope there. */
export function renderProblems(problems: readonly PreviewProblem[], { color }: { color: boolean }): string {
  const byPlace = new Map<string, PreviewProblem[]>();
  for (const problem of problems) byPlace.set(placeOf(problem), [...(byPlace.get(placeOf(problem)) ?? []), problem]);
  const groups = [...byPlace.values()];
  const shown = groups.slice(0, MOST).map(([problem, ...more]) => {
    const again = more.length > 0 ? `    and ${more.length} more of the same place\n` : "";
    return problem ? renderProblem(problem, color) + again : "";
  });
  if (groups.length > MOST) shown.push(`… and ${groups.length - MOST} more\n`);
  return shown.join("");
}

/** One line of a template is printed often, and then is wrong as often. */
function placeOf({ kind, code, message, file, line, column }: PreviewProblem): string {
  return file === undefined ? `${kind} ${code} ${message}` : `${kind} ${code} ${file}:${line}:${column}`;
}

function renderProblem(problem: PreviewProblem, color: boolean): string {
  const { bold, cyan, dim, red } = pc.createColors(color);
  const { kind, code, message, file, line, column, excerpt, output, via = [], scope } = problem;
  const place = file === undefined ? (output?.path ?? "") : `${file}:${line}:${column}`;
  const lines = [`${bold(place)} ${red(`${kind} ${code}`)} ${printable(message)}`];
  if (excerpt !== undefined)
    lines.push(`    ${cyan(printable(excerpt))}`, `    ${dim(`${" ".repeat((column ?? 1) - 1)}^`)}`);
  if (via.length > 0) lines.push(dim(`    included by ${[...via].reverse().join(", by ")}`));
  if (output) lines.push(`    printed into ${output.path}:`, `    ${cyan(printable(output.text.slice(0, 160)))}`);
  if (scope) {
    const inside = scope.sections.length > 0 ? ` inside ${scope.sections.join(" > ")}` : "";
    lines.push(dim(`    In scope${inside}, for ${scope.destination}:`));
    for (const { name, value } of scope.values) lines.push(dim(`      ${name}  ${printable(value)}`));
  }
  return lines.map((text) => `${text}\n`).join("");
}
