import { median } from "../speed/measure/median.ts";
import { digits } from "../speed/report/digits.ts";
import { table } from "../speed/report/table.ts";
import { BARE, OPENAPI_FETCH } from "./contenders.ts";
import type { CallTimes } from "./measure-calls.ts";

/** Medians, and ratios of what was measured in the same round, as a table. */
export function renderCalls(times: readonly CallTimes[]): string {
  const head = [
    "client",
    "#µs a call",
    "#× bare fetch",
    "#× openapi-fetch",
    "#µs of CPU",
    "#CPU × bare fetch",
    "#CPU × openapi-fetch",
  ];
  const rows = times.map((one) => [
    one.name,
    digits(median(one.wall), 0),
    digits(callRatio(times, one.name, BARE, "wall"), 2),
    digits(callRatio(times, one.name, OPENAPI_FETCH, "wall"), 2),
    digits(median(one.cpu), 0),
    digits(callRatio(times, one.name, BARE, "cpu"), 2),
    digits(callRatio(times, one.name, OPENAPI_FETCH, "cpu"), 2),
  ]);
  return table(head, rows);
}

/** The median over all rounds of one client's time divided by another's. */
export function callRatio(
  times: readonly CallTimes[],
  name: string,
  base: string,
  kind: "wall" | "cpu",
): number | undefined {
  const [of, by] = [name, base].map((wanted) => times.find((one) => one.name === wanted)?.[kind] ?? []);
  return median((of ?? []).map((value, round) => value / (by?.[round] ?? Number.NaN)));
}
