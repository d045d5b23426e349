import { UsageError } from "../errors/usage-error.ts";
import { combine, type Expression, negate } from "./expression.ts";
import { literal } from "./literal.ts";

/** Fields and operators that an operation supports; undefined where it has no filters. */
export type SupportedFilters = Readonly<Record<string, readonly string[]>> | undefined;

/**
 * Understands a filter and checks it against what the operation supports.
 * @throws {UsageError} naming the field or operator, and what there is instead
 */
export function parseFilter(filter: unknown, supported: SupportedFilters, operationId: string): Expression {
  if (typeof filter === "string") return filter.trim() ? { kind: "raw", text: filter.trim() } : true;
  if (!supported) throw new UsageError(`${operationId} has no filters: select among its items`);
  if (typeof filter !== "object" || filter === null || Array.isArray(filter)) {
    throw new UsageError(`Filters of ${operationId} are an object or a string, not ${JSON.stringify(filter)}`);
  }
  const inner = (part: unknown) => parseFilter(part, supported, operationId);
  const parts = Object.entries(filter).map(([name, value]): Expression => {
    if (value === undefined) return true;
    const operators = Object.hasOwn(supported, name) ? supported[name] : undefined;
    if (operators) return parseField(name, value, operators, operationId);
    if (name === "not") return negate(inner(value));
    if ((name === "and" || name === "or") && Array.isArray(value)) return combine(name, value.map(inner));
    throw new UsageError(
      `${operationId} has no filter "${name}": it has ${Object.keys(supported).join(", ")}, and the lists \`and\`, \`or\` and the object \`not\``,
    );
  });
  return combine("and", parts);
}

function parseField(field: string, value: unknown, operators: readonly string[], operationId: string): Expression {
  const short = typeof value !== "object" || value === null || value instanceof Date || Array.isArray(value);
  const parts = Object.entries(short ? { eq: value } : value).map(([operator, operand]): Expression => {
    if (operand === undefined) return true;
    if (!operators.includes(operator)) {
      throw new UsageError(
        `${operationId} cannot filter ${field} by "${operator}": it supports ${operators.join(", ")}`,
      );
    }
    return comparison(field, operator, operand);
  });
  return combine("and", parts);
}

function comparison(field: string, operator: string, operand: unknown): Expression {
  const where = `${field} ${operator}`;
  if (operator === "in" || operator === "ca") {
    if (!Array.isArray(operand)) throw new UsageError(`Filter ${where} takes a list`);
    const values = [...new Set(operand.map((value) => literal(value, where)))];
    if (operator === "in") return values.length > 0 && { kind: "in", field, values };
    return values.length === 0 || { kind: "atom", text: `${where} (${values.join()})` };
  }
  if (operator !== "pr" && operator !== "isnull") return { kind: "atom", text: `${where} ${literal(operand, where)}` };
  if (operand !== true) throw new UsageError(`Filter ${where} takes true; for the opposite, put it into \`not\``);
  return { kind: "atom", text: operator === "pr" ? `pr ${field}` : where };
}
