/** The middle value, or the mean of the two in the middle; undefined of nothing. Values that were not measured do not count. */
export function median(values: readonly (number | undefined)[]): number | undefined {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below, above] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 || below === undefined || above === undefined ? above : (below + above) / 2;
}
