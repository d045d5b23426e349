import type { BreadthRow, TypeErrors } from "./breadth-row.ts";

/** The breadth matrix as a Markdown table, one line a spec, and its totals below. */
export function renderMatrix(rows: readonly BreadthRow[], errors: ReadonlyMap<string, TypeErrors>): string {
  const header = ["spec", "KB", "operations", "result", "TS 7 errors", "TS 5.9 errors", "warnings", "s"];
  const body = rows.map((row) => {
    const { ts7, ts59 } = errors.get(row.slug) ?? { ts7: 0, ts59: 0 };
    const checked = row.outcome === "generated";
    return [
      row.spec,
      (row.bytes / 1024).toFixed(0),
      checked ? String(row.operations) : "-",
      row.outcome,
      checked ? String(ts7) : "-",
      checked ? String(ts59) : "-",
      String(row.warnings),
      (row.ms / 1000).toFixed(1),
    ];
  });
  const widths = header.map((title, column) =>
    Math.max(title.length, ...body.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 || column === 3 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = `|${widths.map((width, column) => (column === 0 || column === 3 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(header), rule, ...body.map(line), "", totals(rows, errors), ...reasons(rows)].join("\n");
}

function totals(rows: readonly BreadthRow[], errors: ReadonlyMap<string, TypeErrors>): string {
  const count = (outcome: BreadthRow["outcome"]) => rows.filter((row) => row.outcome === outcome).length;
  const sum = (key: keyof TypeErrors) => [...errors.values()].reduce((total, one) => total + one[key], 0);
  const operations = rows.reduce((total, row) => total + row.operations, 0);
  return (
    `${rows.length} specs, ${operations} operations: ${count("generated")} generated, ${count("refused")} refused, ` +
    `${count("crashed")} crashed; type errors: ${sum("ts7")} (TypeScript 7), ${sum("ts59")} (TypeScript 5.9).`
  );
}

function reasons(rows: readonly BreadthRow[]): string[] {
  const failed = rows.filter(({ outcome }) => outcome !== "generated");
  return failed.length === 0
    ? []
    : ["", ...failed.map(({ spec, outcome, reason }) => `- ${spec} ${outcome}: ${reason}`)];
}
