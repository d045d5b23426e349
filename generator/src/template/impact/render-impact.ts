import type { ConsumerImpact } from "./consumer-impact.ts";

/** Most exports that are listed, so that it all fits on a screen. */
const LISTED = 8;

/** What those who use a package would notice, on less than a screen. */
export function renderImpact(name: string, { level, exports, sources, docs, sizes }: ConsumerImpact): string {
  const grave = [...exports].sort((a, b) => rank(a.level) - rank(b.level));
  const shown = grave.slice(0, LISTED).map(({ level: one, message }) => `    ${one.padEnd(5)}  ${firstLine(message)}`);
  const more = grave.length > LISTED ? [`    … and ${grave.length - LISTED} more`] : [];
  return [
    `What a user of ${name} would notice: ${level === "none" ? "nothing" : `a ${level} release`}`,
    `  exports  ${exports.length === 0 ? "the same, in the same words" : `${exports.length} differ`}`,
    ...shown,
    ...more,
    `  sources  ${sources.length === 0 ? "the same" : `${sources.length} ${sources.length === 1 ? "file differs" : "files differ"}`}`,
    `  size     ${size("whole client", sizes.before.all, sizes.after.all)}; ${size("one operation", sizes.before.one, sizes.after.one)}`,
    `  docs     ${docs.length === 0 ? "the same" : `${docs.length} pages and programs differ`}`,
  ]
    .map((line) => `${line}\n`)
    .join("");
}

function rank(level: string): number {
  return ["major", "minor", "patch"].indexOf(level);
}

function firstLine(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > 110 ? `${line.slice(0, 109)}…` : line;
}

function size(what: string, before: number, after: number): string {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(2)} kB`;
  const change = after - before;
  return `${what} ${kilobytes(after)}${change === 0 ? "" : ` (${change > 0 ? "+" : ""}${change} bytes)`}`;
}
