/** A filter that holds for some items, and not for others. */
export type Term =
  /** One comparison, as text. */
  | { readonly kind: "atom"; readonly text: string }
  /** Text of the user's, of which nothing is known. */
  | { readonly kind: "raw"; readonly text: string }
  | { readonly kind: "in"; readonly field: string; readonly values: readonly string[] }
  | { readonly kind: "and" | "or"; readonly parts: readonly Term[] }
  | { readonly kind: "not"; readonly part: Term };

/** A filter, understood. True holds always, false never. */
export type Expression = boolean | Term;

/** Conjunction or disjunction, with what holds always or never taken out. */
export function combine(kind: "and" | "or", parts: readonly Expression[]): Expression {
  const neutral = kind === "and";
  if (parts.includes(!neutral)) return !neutral;
  const terms = parts.filter((part) => typeof part !== "boolean");
  return terms.length > 1 ? { kind, parts: terms } : (terms[0] ?? neutral);
}

/** Negation. */
export function negate(part: Expression): Expression {
  return typeof part === "boolean" ? !part : { kind: "not", part };
}
