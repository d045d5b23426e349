import { digits } from "../speed/report/digits.ts";
import { table } from "../speed/report/table.ts";
import type { PagingRow } from "./run-paging.ts";

/** Readers by sizes, as a table. */
export function renderPaging(found: readonly PagingRow[]): string {
  const sizes = [...new Set(found.map(({ rows }) => rows))];
  const head = sizes.flatMap((rows) => {
    const of = rows.toLocaleString("en");
    return [`#rows/s of ${of}`, `#live MB of ${of}`, `#peak MB of ${of}`];
  });
  const readers = [...new Set(found.map(({ reader }) => reader))];
  return table(
    ["reader", ...head],
    readers.map((reader) => [
      reader,
      ...sizes.flatMap((rows) => {
        const one = found.find((row) => row.reader === reader && row.rows === rows);
        return [digits(one?.rowsPerSecond, 0), digits(one?.liveMegabytes, 1), digits(one?.peakMegabytes, 0)];
      }),
    ]),
  );
}
