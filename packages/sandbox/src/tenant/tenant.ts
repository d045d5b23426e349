import type { SandboxClient } from "../auth/sandbox-client.ts";
import type { Clock } from "../clock/clock.ts";
import type { FaultPlan } from "../faults/fault-plan.ts";
import type { Task } from "../tasks/task.ts";
import type { TaskStore } from "../tasks/task-store.ts";
import type { RecordedRequest } from "./recorded-request.ts";
import type { StartTaskOptions } from "./start-task-options.ts";
import type { StrayRequest } from "./stray-request.ts";

/** A tenant in memory. */
export interface Tenant {
  /**
   * Takes the place of the global `fetch`: aborts, follows redirects and unpacks as one. Rejects with a `TypeError` where
   * the connection breaks, or would go to another host.
   */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /**
   * A handler for any server with web-standard requests: what it answers is what goes over the wire. Rejects with a
   * `BrokenConnection` where the server should drop the connection.
   */
  handle(request: Request): Promise<Response>;
  /** The tasks; read and change them at will. */
  readonly tasks: TaskStore;
  /** Every request so far, the latest last. */
  readonly requests: readonly RecordedRequest[];
  /** Every request that `fetch` kept from going to another host. */
  readonly strays: readonly StrayRequest[];
  /** What goes wrong, and is to. */
  readonly faults: FaultPlan;
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
