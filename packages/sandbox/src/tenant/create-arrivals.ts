import type { Clock } from "../clock/clock.ts";
import type { Random } from "../random/random.ts";
import { seedTask } from "../tasks/seed-task.ts";
import type { TaskStore } from "../tasks/task-store.ts";

// Whoever winds the clock on by weeks does not wait for every task of those weeks.
const mostAtOnce = 1_000;

/** A function that starts the tasks which are due since it was last called: one every `every` milliseconds, if at all. */
export function createArrivals(
  random: Random,
  tasks: TaskStore,
  clock: Clock,
  every: number = Number.POSITIVE_INFINITY,
): () => void {
  if (!(every > 0)) throw new RangeError(`arrivals is a number of milliseconds above 0, not ${every}.`);
  let last = clock.now();
  return () => {
    const due = Math.floor((clock.now() - last) / every);
    if (!(due > 0)) return;
    last += Math.max(due - mostAtOnce, 0) * every;
    for (let count = Math.min(due, mostAtOnce); count > 0; count--) {
      last += every;
      const { task, plan } = seedTask(random, { created: last });
      tasks.insert(task, { plan });
    }
  };
}
