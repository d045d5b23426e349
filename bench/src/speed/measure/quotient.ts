/** `a / b`; undefined where one of them was not measured. */
export function quotient(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || !b ? undefined : a / b;
}
