import { test } from "vitest";
import { faultRun } from "./fault-run.ts";
import { runs } from "./runs.ts";

// `pnpm soak` makes ten thousand runs.
test("whatever goes wrong: no row is lost or unreported, no patch doubled, nothing early, no secret shown", async () => {
  const first = Number(process.env.SAILKIT_SEED ?? 1);
  for (let seed = first; seed < first + Math.max(1, runs / 2); seed++) await faultRun(seed);
}, 3_600_000);
