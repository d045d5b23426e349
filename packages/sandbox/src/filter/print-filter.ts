import type { FilterExpression, FilterValue } from "./filter-expression.ts";

/**
 * Writes an expression as a filter, with parentheses only where precedence needs them.
 * `parseFilter(printFilter(expression))` is `expression` again.
 */
export function printFilter(expression: FilterExpression): string {
  switch (expression.kind) {
    case "or":
      return expression.terms.map((term) => printTerm(term, ["or"])).join(" or ");
    case "and":
      return expression.terms.map((term) => printTerm(term, ["and", "or"])).join(" and ");
    case "not":
      return `not ${printTerm(expression.term, ["and", "or"])}`;
    case "comparison":
      return `${expression.field} ${expression.operator} ${printValue(expression.value)}`;
    case "list":
      return `${expression.field} ${expression.operator} (${expression.values.map(printValue).join(", ")})`;
    case "presence":
      return expression.operator === "pr" ? `pr ${expression.field}` : `${expression.field} isnull`;
  }
}

function printTerm(term: FilterExpression, looser: readonly FilterExpression["kind"][]): string {
  const text = printFilter(term);
  return looser.includes(term.kind) ? `(${text})` : text;
}

function printValue(value: FilterValue): string {
  return typeof value === "string" ? `"${value.replaceAll(/["\\]/g, "\\$&")}"` : String(value);
}
