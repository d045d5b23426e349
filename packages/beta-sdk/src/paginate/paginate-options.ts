import type { Filter } from "../filters/filter.ts";
import type { Sorter } from "../sorters/sorter.ts";
import type { ListOptions } from "./list-options.ts";

/** Query parameters that the sdk sets itself. */
type Paging = "limit" | "offset" | "count" | "filters" | "sorters";

type Remaining<Params> = Omit<Params, "query"> &
  (Params extends { query?: infer Query } ? { query?: Omit<NonNullable<Query>, Paging> } : unknown);

type ParamsOption<Init> = Init extends { params: infer Params }
  ? { readonly params: Remaining<Params> }
  : Init extends { params?: infer Params }
    ? { readonly params?: Remaining<NonNullable<Params>> }
    : unknown;

type FiltersOption<Init> = "~filters" extends keyof Init
  ? {
      /**
       * Keeps only the items for which this holds. An `in` too long for a URL becomes several queries.
       * @default none: all items
       * @example
       * sdk.tasks.list({ filters: { completionStatus: { in: ["ERROR", "TEMPERROR"] }, not: { type: "QPOC" } } });
       */
      readonly filters?: Filter<NonNullable<Init["~filters"]>> | undefined;
    }
  : unknown;

type SortersOption<Init> = "~sorters" extends keyof Init
  ? {
      /**
       * Fields to order by, the first one first; `-` in front turns the order round.
       * @default none: the order of the server
       * @example
       * sdk.tasks.list({ sorters: ["-created"] });
       */
      readonly sorters?: readonly Sorter<NonNullable<Init["~sorters"]>>[] | undefined;
    }
  : unknown;

/** What `sdk.paginate` takes for an operation: how to read, its filters, its sorters and its other parameters. */
export type PaginateOptions<Init> = ListOptions & ParamsOption<Init> & FiltersOption<Init> & SortersOption<Init>;
