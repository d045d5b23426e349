import fc from "fast-check";
import type { FilterExpression } from "../../src/filter/filter-expression.ts";

/** Fields that the generated filters name, and values among which some meet. */
export const fields = ["id", "name", "size", "open", "when", "tags", "target.name"] as const;

const values = fc.oneof(
  fc.constantFrom("", "a", "ab", 'say "x"', "back\\slash", "b) or (c", "2026-03-01T00:00:00Z", "2026-03-01"),
  fc.string({ unit: "grapheme", maxLength: 4 }),
  fc.constantFrom(0, 1, -2.5, 1e21, 250),
  fc.boolean(),
);

const field = fc.constantFrom(...fields);

const test = fc.oneof(
  fc.record({
    kind: fc.constant("comparison" as const),
    field,
    operator: fc.constantFrom("co", "eq", "ge", "gt", "le", "lt", "ne", "sw"),
    value: values,
  }),
  fc.record({
    kind: fc.constant("list" as const),
    field,
    operator: fc.constantFrom("ca", "in"),
    values: fc.array(values, { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant("presence" as const), field, operator: fc.constantFrom("pr", "isnull") }),
);

/** Any filter, nested some levels deep. */
export const filterArbitrary: fc.Arbitrary<FilterExpression> = fc.letrec<{ expression: FilterExpression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    test as fc.Arbitrary<FilterExpression>,
    fc.record({
      kind: fc.constantFrom("and", "or"),
      terms: fc.array(tie("expression"), { minLength: 2, maxLength: 3 }),
    }) as fc.Arbitrary<FilterExpression>,
    fc.record({ kind: fc.constant("not"), term: tie("expression") }) as fc.Arbitrary<FilterExpression>,
  ),
})).expression;
