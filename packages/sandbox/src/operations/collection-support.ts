import type { FilterSupport } from "../filter/filter-support.ts";

/** Which filters and sorters `getTaskStatusList` takes. */
export interface CollectionSupport {
  readonly filters: FilterSupport;
  readonly sorters: readonly string[];
}
