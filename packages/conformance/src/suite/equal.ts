/**
 * Deep equality of plain data, on nothing but the language: the suite runs where there is no assertion library.
 * @throws Error that shows both
 */
export function equal(actual: unknown, expected: unknown): void {
  const [left, right] = [print(actual), print(expected)];
  if (left !== right) throw new Error(`got ${left} instead of ${right}`);
}

/** JSON with keys in order, in which `undefined` shows. */
function print(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part === undefined) return "(undefined)";
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
