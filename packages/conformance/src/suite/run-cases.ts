import { cases } from "./cases.ts";
import type { Job } from "./job.ts";
import type { Outcome } from "./outcome.ts";
import type { World } from "./world.ts";

/** Milliseconds for a case. The longest wait is a second; a machine may be busy. */
const DEADLINE = 20_000;

/** Cases that run at a time: enough that their waits overlap, and few enough connections for a worker. */
const LANES = 6;

/** Runs the suite inside a runtime. */
export async function runCases(job: Job, packages: Pick<World, "client" | "sdk" | "traces">): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const left = cases.entries();
  const lane = async () => {
    for (const [index, one] of left) {
      const world = { ...packages, page: job.page, origin: job.origins[index] ?? "" };
      const start = performance.now();
      const failure = await failureOf(one.run(world));
      outcomes[index] = { name: one.name, ms: performance.now() - start, ...(failure !== undefined && { failure }) };
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return outcomes;
}

async function failureOf(run: Promise<unknown>): Promise<string | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it takes longer than ${DEADLINE} ms`)), DEADLINE);
  });
  try {
    await Promise.race([run, late]);
    return undefined;
  } catch (error) {
    const { name, message, stack = "" } = error as Error;
    const where = stack.split("\n").filter((line) => !line.includes(message));
    return [`${name}: ${message}`, ...where.slice(0, 4)].join("\n");
  } finally {
    clearTimeout(timer);
  }
}
