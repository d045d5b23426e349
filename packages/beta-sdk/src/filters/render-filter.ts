import type { Term } from "./expression.ts";

/** How tightly it binds: `not` before `and` before `or`. Of raw text nothing is known, so it is always enclosed. */
const binding = { raw: 0, or: 1, and: 2, not: 3, atom: 4, in: 4 };

/** The filter as text, with parentheses only where precedence needs them. */
export function renderFilter(expression: Term): string {
  switch (expression.kind) {
    case "and":
    case "or":
      return expression.parts.map((part) => enclosed(part, binding[expression.kind])).join(` ${expression.kind} `);
    case "not":
      return `not ${enclosed(expression.part, binding.not)}`;
    case "in":
      return `${expression.field} in (${expression.values.join()})`;
    default:
      return expression.text;
  }
}

function enclosed(part: Term, least: number): string {
  const text = renderFilter(part);
  return binding[part.kind] < least ? `(${text})` : text;
}
