import { BARE, OPENAPI_FETCH } from "../clients/contenders.ts";
import { median } from "../speed/measure/median.ts";
import { digits } from "../speed/report/digits.ts";
import { table } from "../speed/report/table.ts";
import { callRatio } from "./call-ratio.ts";
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
