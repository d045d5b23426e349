import { median } from "../speed/measure/median.ts";
import type { CallTimes } from "./measure-calls.ts";

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
