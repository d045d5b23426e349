import type { Collection } from "../paginate/collection.ts";
import type { PaginateOptions } from "../paginate/paginate-options.ts";
import type { CallSettings } from "./call-settings.ts";
import type { Data, Item, OperationFunctionWithInit, Success } from "./operation-types.ts";

/** The part of the sdk that methods made for one purpose, such as those of tasks, are built on. */
export interface OperationCaller {
  call<Init, Result>(
    operation: OperationFunctionWithInit<Init, Result>,
    init: NoInfer<Init>,
    settings?: CallSettings,
  ): Promise<Data<Result>>;
  callWithResponse<Init, Result>(
    operation: OperationFunctionWithInit<Init, Result>,
    init: NoInfer<Init>,
    settings?: CallSettings,
  ): Promise<Success<Result>>;
  paginate<Init, Result>(
    operation: OperationFunctionWithInit<Init, Result>,
    options: PaginateOptions<Init>,
  ): Collection<Item<Result>>;
}
