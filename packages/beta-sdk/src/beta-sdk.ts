import type { BetaSdkOptions } from "./beta-sdk-options.ts";
import { type AnyOperation, callOperation } from "./call/call-operation.ts";
import type { CallSettings } from "./call/call-settings.ts";
import { createEngine } from "./call/create-engine.ts";
import type { Engine } from "./call/engine.ts";
import type { Data, Item, OperationFunction, OperationFunctionWithInit, Success } from "./call/operation-types.ts";
import type { Collection } from "./paginate/collection.ts";
import { createCollection } from "./paginate/create-collection.ts";
import type { PaginateOptions } from "./paginate/paginate-options.ts";
import { Tasks } from "./tasks/tasks.ts";

/**
 * One pleasant, unbreakable way to use the beta API: tokens, retries, rate limits, pages and errors are taken care of.
 *
 * @example
 * const sdk = new BetaSdk({ tenant: "acme", auth: { clientId, clientSecret } });
 * for await (const task of sdk.tasks.list({ filters: { completionStatus: "ERROR" }, sorters: ["-created"] })) {
 *   console.log(task.uniqueName, task.created);
 * }
 */
export class BetaSdk {
  /** Tasks: reports, aggregations and whatever else runs in the background. */
  readonly tasks: Tasks;
  readonly #engine: Engine;

  /** @throws {UsageError} for options that make no sense */
  constructor(options: BetaSdkOptions) {
    this.#engine = createEngine(options);
    this.tasks = new Tasks(this, this.#engine.wire);
  }

  /**
   * Calls any operation of any generated client and gives its data.
   *
   * @param operation - a function of a generated client
   * @param init - its parameters and body
   * @param settings - what differs from the sdk's options for this call
   * @throws {ApiError} of the class for its status when the API answers anything but 2xx; other {@link SdkError}s when
   * no answer came or it is of no use; the signal's reason when aborted
   * @example
   * const task = await sdk.call(getTaskStatus, { params: { path: { id } } });
   */
  call<Init, Result>(
    operation: OperationFunction<Init, Result>,
    init?: NoInfer<Init>,
    settings?: CallSettings,
  ): Promise<Data<Result>>;
  call<Init, Result>(
    operation: OperationFunctionWithInit<Init, Result>,
    init: NoInfer<Init>,
    settings?: CallSettings,
  ): Promise<Data<Result>>;
  async call(operation: AnyOperation, init?: object, settings?: CallSettings): Promise<unknown> {
    return (await callOperation(this.#engine, operation, init, settings)).data;
  }

  /**
   * Calls any operation, as `call`, and gives the response with its headers as well.
   * @example
   * const { data, response } = await sdk.callWithResponse(getTaskStatusList, { params: { query: { count: true } } });
   * console.log(response.headers.get("X-Total-Count"));
   */
  callWithResponse<Init, Result>(
    operation: OperationFunction<Init, Result>,
    init?: NoInfer<Init>,
    settings?: CallSettings,
  ): Promise<Success<Result>>;
  callWithResponse<Init, Result>(
    operation: OperationFunctionWithInit<Init, Result>,
    init: NoInfer<Init>,
    settings?: CallSettings,
  ): Promise<Success<Result>>;
  async callWithResponse(operation: AnyOperation, init?: object, settings?: CallSettings): Promise<unknown> {
    return callOperation(this.#engine, operation, init, settings);
  }

  /**
   * Pages through any collection operation of any generated client. Nothing is sent before the first item is asked for.
   *
   * @param operation - a function of a generated client that takes `offset` and `limit`
   * @param options - filters, sorters, where to start, where to end
   * @throws {UsageError} for filters or sorters the operation does not support, and for impossible limits
   * @example
   * for await (const task of sdk.paginate(getPendingTasks, { limit: 50 })) console.log(task.uniqueName);
   */
  paginate<Init, Result>(
    operation: OperationFunction<Init, Result>,
    options?: PaginateOptions<Init>,
  ): Collection<Item<Result>>;
  paginate<Init, Result>(
    operation: OperationFunctionWithInit<Init, Result>,
    options: PaginateOptions<Init>,
  ): Collection<Item<Result>>;
  paginate(operation: AnyOperation, options: object = {}): Collection<unknown> {
    return createCollection(this.#engine, operation, options);
  }
}
