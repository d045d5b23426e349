import { FilterError } from "./filter-error.ts";
import type { FilterExpression, FilterValue } from "./filter-expression.ts";
import type { FilterSupport } from "./filter-support.ts";

/**
 * Makes sure that an operation supports every field and operator of a filter, and that each value fits its field.
 *
 * @throws {FilterError} that names the first one which does not.
 */
export function checkFilter(expression: FilterExpression, support: FilterSupport): void {
  if ("terms" in expression) {
    for (const term of expression.terms) checkFilter(term, support);
    return;
  }
  if (expression.kind === "not") {
    checkFilter(expression.term, support);
    return;
  }
  const { field, operator } = expression;
  const supported = Object.hasOwn(support, field) ? support[field] : undefined;
  if (supported === undefined) {
    throw new FilterError(`The field ${field} cannot be filtered by; these can: ${Object.keys(support).join(", ")}`);
  }
  if (!supported.operators.includes(operator)) {
    throw new FilterError(`The field ${field} does not take ${operator}; it takes: ${supported.operators.join(", ")}`);
  }
  for (const value of valuesOf(expression)) {
    if (!fits(value, supported.type)) {
      throw new FilterError(
        `The field ${field} is compared with a ${supported.type}, not with ${JSON.stringify(value)}`,
      );
    }
  }
}

function valuesOf(expression: Exclude<FilterExpression, { kind: "and" | "or" | "not" }>): readonly FilterValue[] {
  if (expression.kind === "comparison") return [expression.value];
  return expression.kind === "list" ? expression.values : [];
}

function fits(value: FilterValue, type: FilterSupport[string]["type"]): boolean {
  if (type === "date-time") return typeof value === "string" && !Number.isNaN(Date.parse(value));
  return typeof value === type;
}
