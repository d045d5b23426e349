import { TASK_ID } from "./answers.ts";
import type { CallTask, Contender } from "./contender.ts";

/** How long a call takes, round by round, in microseconds. */
export interface CallTimes {
  readonly name: string;
  readonly wall: readonly number[];
  /** Processor time of this process. */
  readonly cpu: readonly number[];
}

/** How to measure. */
export interface CallPlan {
  readonly baseUrl: string;
  readonly stubbed: boolean;
  readonly rounds: number;
  /** Calls of a contender in a round, one after the other. */
  readonly calls: number;
}

/** Times every contender in every round, each round beginning with another one, so that a load on the machine meets all. */
export async function measureCalls(contenders: readonly Contender[], plan: CallPlan): Promise<CallTimes[]> {
  const runners = contenders.map(({ name, open }) => ({
    name,
    call: open(plan.baseUrl, plan.stubbed),
    wall: [] as number[],
    cpu: [] as number[],
  }));
  for (const { name, call } of runners) {
    if ((await call()) !== TASK_ID) throw new Error(`${name} does not give the task.`);
    await run(call, plan.calls * 2);
  }
  for (let round = 0; round < plan.rounds; round++) {
    for (let turn = 0; turn < runners.length; turn++) {
      const runner = runners[(round + turn) % runners.length];
      if (!runner) continue;
      const [start, used] = [performance.now(), process.cpuUsage()];
      await run(runner.call, plan.calls);
      const { user, system } = process.cpuUsage(used);
      runner.wall.push(((performance.now() - start) * 1_000) / plan.calls);
      runner.cpu.push((user + system) / plan.calls);
    }
  }
  return runners.map(({ name, wall, cpu }) => ({ name, wall, cpu }));
}

async function run(call: CallTask, times: number): Promise<void> {
  for (let index = 0; index < times; index++) await call();
}
