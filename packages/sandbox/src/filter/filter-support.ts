import type { FilterOperator } from "./filter-operator.ts";

/** Which filters an operation takes: the name of each field, with its operators and the type of its values. */
export type FilterSupport = Readonly<
  Record<
    string,
    {
      readonly operators: readonly FilterOperator[];
      readonly type: "string" | "number" | "boolean" | "date-time";
    }
  >
>;
