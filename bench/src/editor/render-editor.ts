import { digits } from "../speed/report/digits.ts";
import { table } from "../speed/report/table.ts";
import type { EditorRow } from "./run-editor.ts";

/** Editors and clients, a line each. */
export function renderEditor(rows: readonly EditorRow[]): string {
  return table(
    [
      ...["server", "client", "#errors known after opening, ms", "#completing a parameter, ms"],
      ...["#completing the answer, ms", "#hover, ms", "#peak MB"],
    ],
    rows.map((row) => [
      ...[`TypeScript ${row.compiler}`, row.client, digits(row.diagnostics, 0), digits(row.parameters, 0)],
      ...[digits(row.answer, 0), digits(row.hover, 1), digits(row.peakMegabytes, 0)],
    ]),
  );
}
