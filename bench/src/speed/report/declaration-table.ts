import { digits } from "./digits.ts";
import type { DeclarationRow } from "./results.ts";
import { table } from "./table.ts";

/** Generated declarations against inferred ones, which are the last line of each spec. */
export function declarationTable(rows: readonly DeclarationRow[]): string {
  return table(
    ["spec", "operations", "#bytes", "#ratio", "#bytes without comments", "#ratio without comments"],
    rows.map((row) => {
      const inferred = rows.findLast(({ spec }) => spec === row.spec) ?? row;
      return [
        ...[row.spec, row.written, String(row.bytes), digits(row.bytes / inferred.bytes, 2)],
        ...[String(row.bareBytes), digits(row.bareBytes / inferred.bareBytes, 2)],
      ];
    }),
  );
}
