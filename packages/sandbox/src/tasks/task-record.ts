import type { Task } from "./task.ts";
import type { TaskPlan } from "./task-plan.ts";

/** A task in the store: how it stands, and what will become of it. */
export interface TaskRecord {
  /** How it stands without a plan; how it began with one. */
  readonly task: Task;
  /** When it was created, in milliseconds since the epoch. */
  readonly created: number;
  /** Absent once the task has ended, or was changed by a request: nothing happens to it any more. */
  readonly plan?: TaskPlan;
}
