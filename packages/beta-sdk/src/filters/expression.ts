/** A filter, understood. True holds always, false never. */
export type Expression =
  | boolean
  /** One comparison, as text. */
  | { readonly kind: "atom"; readonly text: string }
  /** Text of the user's, of which nothing is known. */
  | { readonly kind: "raw"; readonly text: string }
  | { readonly kind: "in"; readonly field: string; readonly values: readonly string[] }
  | { readonly kind: "and" | "or"; readonly parts: readonly Expression[] }
  | { readonly kind: "not"; readonly part: Expression };

/** Conjunction or disjunction, with what holds always or never taken out. */
export function combine(kind: "and" | "or", parts: readonly Expression[]): Expression {
  const neutral = kind === "and";
  if (parts.includes(!neutral)) return !neutral;
  const rest = parts.filter((part) => part !== neutral);
  return rest.length > 1 ? { kind, parts: rest } : (rest[0] ?? neutral);
}

/** Negation. */
export function negate(part: Expression): Expression {
  return typeof part === "boolean" ? !part : { kind: "not", part };
}
