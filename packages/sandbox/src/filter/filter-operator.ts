/** The twelve operators of the collection grammar, by what stands next to them. */
export const filterOperators = {
  /** One value on the right: `field eq "x"`. */
  comparisons: ["co", "eq", "ge", "gt", "le", "lt", "ne", "sw"],
  /** A list in parentheses on the right: `field in ("x", "y")`. */
  lists: ["ca", "in"],
  /** In front of the field: `pr field`. */
  prefixes: ["pr"],
  /** Behind the field: `field isnull`. */
  postfixes: ["isnull"],
} as const;

/** An operator that compares a field with one value. */
export type ComparisonOperator = (typeof filterOperators.comparisons)[number];

/** An operator that compares a field with a list of values. */
export type ListOperator = (typeof filterOperators.lists)[number];

/** An operator that only asks whether a field has a value. */
export type PresenceOperator = (typeof filterOperators.prefixes)[number] | (typeof filterOperators.postfixes)[number];

/** Any operator of the collection grammar. */
export type FilterOperator = ComparisonOperator | ListOperator | PresenceOperator;
