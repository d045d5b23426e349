import type { FilterExpression, FilterValue } from "./filter-expression.ts";

/** What a field of an item may hold: one value, several of them, or none. */
export type FieldValue = FilterValue | null | undefined | readonly FilterValue[];

/**
 * Whether a filter holds for an item, whose fields `read` gives.
 *
 * - A field without a value (`null`, an absent one, an empty list) satisfies `isnull` and `ne`, and nothing else.
 * - `co` and `sw` look for text within text, case-sensitively. `ca` holds where the field has all the values of the list.
 * - `ge`, `gt`, `le`, `lt` compare numbers by size, date-times by instant, other text by its UTF-16 units. Values of
 *   different types never compare.
 * - On a field with several values a comparison holds if it holds for one of them; `ne` is the opposite of `eq`.
 */
export function evaluateFilter(expression: FilterExpression, read: (field: string) => FieldValue): boolean {
  switch (expression.kind) {
    case "and":
      return expression.terms.every((term) => evaluateFilter(term, read));
    case "or":
      return expression.terms.some((term) => evaluateFilter(term, read));
    case "not":
      return !evaluateFilter(expression.term, read);
    case "presence":
      return toValues(read(expression.field)).length > 0 === (expression.operator === "pr");
    case "list": {
      const actual = toValues(read(expression.field));
      const has = (value: FilterValue) => actual.some((candidate) => compare(candidate, value) === 0);
      return expression.operator === "in" ? expression.values.some(has) : expression.values.every(has);
    }
    case "comparison": {
      const { operator, value } = expression;
      const actual = toValues(read(expression.field));
      if (operator === "ne") return !actual.some((candidate) => compare(candidate, value) === 0);
      return actual.some((candidate) => holds(candidate, operator, value));
    }
  }
}

function toValues(value: FieldValue): readonly FilterValue[] {
  if (value === null || value === undefined) return [];
  return typeof value === "object" ? value : [value];
}

function holds(
  actual: FilterValue,
  operator: "co" | "eq" | "ge" | "gt" | "le" | "lt" | "sw",
  value: FilterValue,
): boolean {
  if (operator === "co" || operator === "sw") {
    if (typeof actual !== "string" || typeof value !== "string") return false;
    return operator === "co" ? actual.includes(value) : actual.startsWith(value);
  }
  const order = compare(actual, value);
  if (order === undefined) return false;
  if (operator === "eq") return order === 0;
  if (operator === "ge") return order >= 0;
  if (operator === "gt") return order > 0;
  return operator === "le" ? order <= 0 : order < 0;
}

/** Negative, 0 or positive as `a` is less than, equal to or greater than `b`; `undefined` where they do not compare. */
function compare(a: FilterValue, b: FilterValue): number | undefined {
  if (a === b) return 0;
  if (typeof a !== typeof b) return undefined;
  if (typeof a === "string" && typeof b === "string" && isInstant(a) && isInstant(b)) {
    const difference = Date.parse(a) - Date.parse(b);
    if (!Number.isNaN(difference)) return difference;
  }
  return a < b ? -1 : 1;
}

const instantPattern = /^\d{4}-\d{2}-\d{2}(T|$)/;

/** Looks at the first hyphen before it looks at all: a list of a thousand values is compared with thousands of tasks. */
function isInstant(text: string): boolean {
  return text[4] === "-" && instantPattern.test(text);
}
