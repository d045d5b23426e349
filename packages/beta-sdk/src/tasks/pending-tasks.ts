import { getPendingTaskHeaders, getPendingTasks, type TaskStatus } from "@sailkit/beta-client";
import type { CallSettings } from "../call/call-settings.ts";
import type { OperationCaller } from "../call/operation-caller.ts";
import type { Collection } from "../paginate/collection.ts";
import type { ListOptions } from "../paginate/list-options.ts";
import { parseTotal } from "../paginate/parse-total.ts";

/**
 * Tasks that have not ended yet.
 *
 * SailPoint has deprecated both operations, and beta has no successor for them: from API version v2025 on, list the
 * task statuses with the filter `completionStatus isnull` instead.
 */
export class PendingTasks {
  readonly #sdk: OperationCaller;

  /** @internal Made by `BetaSdk`. */
  constructor(sdk: OperationCaller) {
    this.#sdk = sdk;
  }

  /**
   * Lists pending tasks of the last 90 days.
   * @example
   * for await (const task of sdk.tasks.pending.list()) console.log(task.uniqueName, task.percentComplete);
   */
  list(options: ListOptions = {}): Collection<TaskStatus> {
    return this.#sdk.paginate(getPendingTasks, options);
  }

  /**
   * How many tasks are pending; undefined where the header that says so is missing or hidden, as it is from pages of
   * another origin.
   */
  async count(settings: CallSettings = {}): Promise<number | undefined> {
    const init = { params: { query: { count: true } } };
    const { response } = await this.#sdk.callWithResponse(getPendingTaskHeaders, init, settings);
    return parseTotal(response.headers) ?? (response.status === 204 ? 0 : undefined);
  }
}
