/** A duration for people: `87 ms` below a second, `1.42 s` from there on. */
export function duration(ms: number): string {
  return ms < 999.5 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}
