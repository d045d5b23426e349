/** A filter as a tree, read by rules of its own. */
export type Tree =
  | { readonly field: string; readonly operator: string; readonly values: readonly unknown[] }
  | { readonly not: Tree }
  | { readonly and: readonly Tree[] }
  | { readonly or: readonly Tree[] };

/** Reads the API's filter language, independently of the sdk: to see what a server would understand. */
export function readFilter(text: string): Tree {
  const tokens = [...text.matchAll(/\s*("(?:[^"\\]|\\.)*"|[(),]|[^\s(),"]+)/gsy)].map(([, token]) => token ?? "");
  if (tokens.join("").length !== text.replace(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/g, "").length && !text.includes("\\")) {
    throw new Error(`Not read to its end: ${text}`);
  }
  let at = 0;
  const next = () => tokens[at++] ?? "";
  const take = (token: string) => {
    if (tokens[at] !== token) return false;
    at++;
    return true;
  };
  const value = () => {
    const token = next();
    return token.startsWith('"') ? token.slice(1, -1).replace(/\\(.)/gs, "$1") : JSON.parse(token);
  };
  const list = (): unknown[] => {
    if (!take("(")) throw new Error(`A list was expected: ${text}`);
    const values = [value()];
    while (take(",")) values.push(value());
    if (!take(")")) throw new Error(`The list does not end: ${text}`);
    return values;
  };
  const atom = (): Tree => {
    if (take("not")) return { not: atom() };
    if (take("(")) {
      const inner = or();
      if (!take(")")) throw new Error(`A parenthesis is open: ${text}`);
      return inner;
    }
    if (take("pr")) return { field: next(), operator: "pr", values: [] };
    const field = next();
    const operator = next();
    if (operator === "isnull") return { field, operator, values: [] };
    return { field, operator, values: operator === "in" || operator === "ca" ? list() : [value()] };
  };
  const chain = (word: "and" | "or", part: () => Tree): Tree => {
    const parts = [part()];
    while (take(word)) parts.push(part());
    return parts.length === 1 ? (parts[0] as Tree) : word === "and" ? { and: parts } : { or: parts };
  };
  const and = () => chain("and", atom);
  const or = (): Tree => chain("or", and);
  const tree = or();
  if (at < tokens.length) throw new Error(`Something is left: ${tokens.slice(at).join(" ")}`);
  return tree;
}
