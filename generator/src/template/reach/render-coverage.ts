import type { CoveredSection } from "./section-coverage.ts";

/** Per template how many of its sections are reached; of those that are not, where they stand. */
export function renderCoverage(sections: readonly CoveredSection[]): string {
  const templates = [...new Set(sections.map(({ template }) => template))];
  const width = Math.max(0, ...templates.map((name) => name.length));
  const rows = templates.map((template) => {
    const own = sections.filter((section) => section.template === template);
    const left = own.filter(({ by }) => by.length === 0);
    const places = left.map(({ line, tag }) => `${tag} in line ${line}`).join(", ");
    const share = `${own.length - left.length}/${own.length}`.padStart(7);
    return `${template.padEnd(width)} ${share}${left.length > 0 ? `  not reached: ${places}` : ""}`;
  });
  const reached = sections.filter(({ by }) => by.length > 0).length;
  const percent = sections.length === 0 ? 100 : Math.floor((reached / sections.length) * 1000) / 10;
  return [...rows, `${reached} of ${sections.length} sections are reached: ${percent} %`]
    .map((line) => `${line}\n`)
    .join("");
}
