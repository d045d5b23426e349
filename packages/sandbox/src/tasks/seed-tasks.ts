import type { Random } from "../random/random.ts";
import { progressTask } from "./progress-task.ts";
import { seedTask } from "./seed-task.ts";
import type { Task } from "./task.ts";
import type { TaskPlan } from "./task-plan.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** What a tenant is filled with. */
export interface SeedTasksOptions {
  /** The present, in milliseconds since the epoch. */
  readonly now: number;
  /** Tasks that have ended, created over the last 80 days. */
  readonly completed: number;
  /** Tasks that have not: queued, running, and every eighth hanging. */
  readonly pending: number;
  /** Tasks that have ended and are older than 90 days. */
  readonly expired: number;
}

interface Entry {
  readonly task: Task;
  readonly plan?: TaskPlan;
}

/** Tasks as a tenant has them, the newest first. The same draws give the same tasks. */
export function seedTasks(random: Random, { now, completed, pending, expired }: SeedTasksOptions): Entry[] {
  const entries: Entry[] = [];
  // By then the longest of them has ended.
  const latest = now - 25 * minute;
  const gap = (80 * day) / Math.max(completed, 1);
  for (let index = 0; index < completed; index++) {
    entries.push(seedEnded(random, Math.floor(latest - (index + random.next() * 0.9) * gap)));
  }
  for (let index = 0; index < expired; index++) {
    entries.push(seedEnded(random, now - random.integer(91 * day, 120 * day)));
  }
  for (let index = 0; index < pending; index++) entries.push(seedPending(random, now, index));
  return entries.sort((a, b) => Date.parse(b.task.created) - Date.parse(a.task.created));
}

function seedEnded(random: Random, created: number): Entry {
  const { task, plan } = seedTask(random, { created });
  return { task: progressTask({ task, created, plan }, plan.end).task };
}

function seedPending(random: Random, now: number, index: number): Entry {
  if (index % 8 === 7) {
    const hanging = { created: now - random.integer(day, 3 * day), duration: Number.POSITIVE_INFINITY };
    return seedTask(random, hanging);
  }
  const age = random.integer(1_000, 10 * minute);
  const waits = index % 4 === 3;
  return seedTask(random, {
    created: now - age,
    wait: waits ? age + random.integer(5_000, 60_000) : random.integer(100, Math.min(age, 5_000)),
    duration: (waits ? 0 : age) + random.integer(5_000, 10 * minute),
  });
}
