/** Ends a rehearsal in which something does not hold. */
export function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(`${otherwise.charAt(0).toUpperCase()}${otherwise.slice(1)}.`);
}
