import { digits } from "../speed/report/digits.ts";
import { table } from "../speed/report/table.ts";
import type { Figure } from "./figures.ts";
import type { Peer } from "./peer.ts";

/** Figures by peers; the best of each line is set in bold, and each line leads to its bench. */
export function figureTable(figures: readonly Figure[], peers: readonly Peer[]): string {
  const rows = figures.map(({ title, bench, decimals, isMoreBetter, value }) => {
    const cells = peers.map((peer) => digits(value(peer), decimals));
    const known = cells.filter((cell) => cell !== "").map(Number);
    const best = isMoreBetter ? Math.max(...known) : Math.min(...known);
    return [
      `[${title}](../${bench})`,
      ...cells.map((cell) => (cell !== "" && Number(cell) === best ? `**${cell}**` : cell || "–")),
    ];
  });
  return table(["figure", ...peers.map(({ title }) => `#${title}`)], rows);
}
