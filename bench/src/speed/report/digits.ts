/** A number with so many decimals; nothing where it is not known. */
export function digits(value: number | undefined, decimals: number): string {
  return value?.toFixed(decimals) ?? "";
}
