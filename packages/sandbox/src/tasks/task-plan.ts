import type { Task } from "./task.ts";

/** What will become of a task that has not ended. All times in milliseconds since the epoch. */
export interface TaskPlan {
  /** When it begins to run. */
  readonly launch: number;
  /** When it ends. `Infinity`: never; it hangs. */
  readonly end: number;
  /** How far it comes: at its end, or where it hangs. In percent. */
  readonly percent: number;
  /** What it says it is doing, in words, one after another, each for an equal part of the time. */
  readonly phases: readonly string[];
  /** What the task has gained once it has ended. */
  readonly outcome: Pick<Task, "completionStatus" | "messages" | "returns" | "attributes">;
}
