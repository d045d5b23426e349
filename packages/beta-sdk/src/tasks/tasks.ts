import {
  type GetTaskStatusListInit,
  getTaskStatus,
  getTaskStatusList,
  type JsonPatchOperation,
  type TaskStatus,
  updateTaskStatus,
} from "@sailkit/beta-client";
import type { CallSettings } from "../call/call-settings.ts";
import type { OperationCaller } from "../call/operation-caller.ts";
import type { Wire } from "../call/wire.ts";
import type { Collection } from "../paginate/collection.ts";
import type { PaginateOptions } from "../paginate/paginate-options.ts";
import { checkOperations } from "../patch/check-operations.ts";
import type { JsonPatch } from "../patch/json-patch.ts";
import { PendingTasks } from "./pending-tasks.ts";
import { waitForTask } from "./wait-for-task.ts";
import type { WaitOptions } from "./wait-options.ts";

/** How a task ended. The list is open: other texts are sent as they are. */
export type CompletionStatus = "SUCCESS" | "WARNING" | "ERROR" | "TERMINATED" | "TEMPERROR" | (string & {});

/** Tasks of the last 90 days: reports, aggregations and whatever else runs in the background. */
export class Tasks {
  /** Tasks that have not ended yet. Deprecated upstream: see {@link PendingTasks}. */
  readonly pending: PendingTasks;
  readonly #sdk: OperationCaller;
  readonly #wire: Wire;

  /** @internal Made by `BetaSdk`. */
  constructor(sdk: OperationCaller, wire: Wire) {
    this.#sdk = sdk;
    this.#wire = wire;
    this.pending = new PendingTasks(sdk);
  }

  /**
   * Lists tasks that have ended.
   * @throws {UsageError} for filters and sorters that the operation does not support, and for impossible limits
   * @example
   * const failed = sdk.tasks.list({ filters: { completionStatus: { in: ["ERROR", "TEMPERROR"] } }, sorters: ["-created"] });
   * for await (const task of failed) console.log(task.uniqueName);
   */
  list(options: PaginateOptions<GetTaskStatusListInit> = {}): Collection<TaskStatus> {
    return this.#sdk.paginate(getTaskStatusList, options);
  }

  /**
   * One task, pending or ended.
   * @throws {NotFoundError} where there is none of this id, or it is older than 90 days
   */
  get(id: string, settings?: CallSettings): Promise<TaskStatus> {
    return this.#sdk.call(getTaskStatus, { params: { path: { id } } }, settings);
  }

  /**
   * Changes a task. It takes a token that stands for a user: with the token of an application alone, the API answers 403.
   *
   * @param changes - a patch made with `patch<TaskStatus>()`, or the operations of one
   * @throws {UsageError} for a patch that is none; {@link UnknownOutcomeError} where no answer came
   * @example
   * await sdk.tasks.update(id, patch<TaskStatus>().replace("/completionStatus", "ERROR").replace("/completed", new Date()));
   */
  async update(
    id: string,
    changes: JsonPatch<TaskStatus> | readonly JsonPatchOperation[],
    settings?: CallSettings,
  ): Promise<TaskStatus> {
    const body = checkOperations(changes);
    return this.#sdk.call(updateTaskStatus, { params: { path: { id } }, body }, settings);
  }

  /**
   * Clears a task that stays pending: sets how it ended, and that it ended now.
   *
   * @param status - how it is to have ended
   * @throws {UnknownOutcomeError} where no answer came: read the task before you try again
   * @example
   * await sdk.tasks.complete(id, "ERROR");
   */
  complete(id: string, status: CompletionStatus, settings?: CallSettings): Promise<TaskStatus> {
    const completed = new Date(this.#wire.clock.date()).toISOString();
    const changes: JsonPatchOperation[] = [
      { op: "replace", path: "/completionStatus", value: status },
      { op: "replace", path: "/completed", value: completed },
    ];
    return this.update(id, changes, settings);
  }

  /**
   * Looks at a task until it has ended, well or badly, and gives it.
   * @throws {TimeoutError} of scope `wait` when it takes longer than `timeout`; the signal's reason when aborted
   * @example
   * const done = await sdk.tasks.waitFor(id, { onProgress: (task) => console.log(`${task.percentComplete} %`) });
   */
  waitFor(id: string, options: WaitOptions = {}): Promise<TaskStatus> {
    return waitForTask(this.#wire, (signal) => this.get(id, { signal }), options);
  }
}
