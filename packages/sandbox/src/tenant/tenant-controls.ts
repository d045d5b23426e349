import type { SandboxClient } from "../auth/sandbox-client.ts";
import type { Clock } from "../clock/clock.ts";
import type { Task } from "../tasks/task.ts";
import type { TaskStore } from "../tasks/task-store.ts";
import type { StartTaskOptions } from "./start-task-options.ts";

/** What of a tenant can be read and moved from outside, a fault of it included. */
export interface TenantControls {
  /** The tasks; read and change them at will. */
  readonly tasks: TaskStore;
  /** Who may ask for tokens. */
  readonly clients: readonly SandboxClient[];
  /** The time that the tenant lives by. */
  readonly clock: Clock;
  /** Moves the tenant's time ahead by `ms` milliseconds. Throws a `TypeError` where its clock cannot be moved. */
  advance(ms: number): Promise<void>;
  /** Starts a task, the first of the pending ones, and returns it. */
  startTask(options?: StartTaskOptions): Task;
  /** Puts a task that has just ended in front of the completed ones, and returns it. */
  addCompletedTask(): Task;
  /** Makes the access tokens of a client invalid, or all of them. Returns how many were valid. */
  revokeTokens(clientId?: string): number;
}
