import type { ComparisonOperator, ListOperator, PresenceOperator } from "./filter-operator.ts";

/** A value in a filter. A date-time without quotes is read as its text. */
export type FilterValue = string | number | boolean;

/** A filter as a tree. `and` and `or` have two terms or more, in the order in which they were written. */
export type FilterExpression =
  | { readonly kind: "and" | "or"; readonly terms: readonly FilterExpression[] }
  | { readonly kind: "not"; readonly term: FilterExpression }
  | {
      readonly kind: "comparison";
      readonly field: string;
      readonly operator: ComparisonOperator;
      readonly value: FilterValue;
    }
  | {
      readonly kind: "list";
      readonly field: string;
      readonly operator: ListOperator;
      readonly values: readonly FilterValue[];
    }
  | { readonly kind: "presence"; readonly field: string; readonly operator: PresenceOperator };
