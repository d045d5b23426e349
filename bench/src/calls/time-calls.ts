import type { CallTask } from "../clients/modules/open.ts";

/** Microseconds that a call takes, one after the other: on the clock, and of this process. */
export async function timeCalls(
  call: CallTask,
  times: number,
): Promise<{ readonly wall: number; readonly cpu: number }> {
  const [start, used] = [performance.now(), process.cpuUsage()];
  for (let index = 0; index < times; index++) await call();
  const { user, system } = process.cpuUsage(used);
  return { wall: ((performance.now() - start) * 1_000) / times, cpu: (user + system) / times };
}
