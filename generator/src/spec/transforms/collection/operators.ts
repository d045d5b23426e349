/** Operators of the collection grammar. `pr` stands before its field, `isnull` behind it, the others between field and value. */
export const OPERATORS: readonly string[] = [
  "ca",
  "co",
  "eq",
  "ge",
  "gt",
  "in",
  "isnull",
  "le",
  "lt",
  "ne",
  "pr",
  "sw",
];
