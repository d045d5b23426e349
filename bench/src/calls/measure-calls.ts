import type { Open } from "../clients/modules/open.ts";
import { TASK_ID } from "../clients/modules/task.ts";
import { timeCalls } from "./time-calls.ts";

/** How long a call takes, round by round, in microseconds. */
export interface CallTimes {
  readonly name: string;
  readonly wall: readonly number[];
  /** Processor time of this process. */
  readonly cpu: readonly number[];
}

/** A contender that is loaded. */
export interface Caller {
  readonly name: string;
  readonly open: Open;
}

/** How to measure. */
export interface CallPlan {
  readonly baseUrl: string;
  readonly stubbed: boolean;
  readonly rounds: number;
  /** Calls of a contender in a round, one after the other. */
  calls(name: string): number;
}

/**
 * Times every contender in every round, each round beginning with another one, so that a load on the machine meets all.
 * Each has a new client in each round, whose first call is not timed.
 */
export async function measureCalls(callers: readonly Caller[], plan: CallPlan): Promise<CallTimes[]> {
  const found = callers.map(({ name }) => ({ name, wall: [] as number[], cpu: [] as number[] }));
  for (let round = -1; round < plan.rounds; round++) {
    for (let turn = 0; turn < callers.length; turn++) {
      const at = (round + 1 + turn) % callers.length;
      const [caller, times] = [callers[at], found[at]];
      if (!caller || !times) continue;
      const call = caller.open(plan.baseUrl, plan.stubbed);
      if ((await call()) !== TASK_ID) throw new Error(`${caller.name} does not give the task.`);
      const { wall, cpu } = await timeCalls(call, plan.calls(caller.name));
      // The first round warms up.
      if (round < 0) continue;
      times.wall.push(wall);
      times.cpu.push(cpu);
    }
  }
  return found;
}
