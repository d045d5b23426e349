/**
 * Milliseconds that `Retry-After` asks to wait (RFC 9110, 10.2.3); undefined where it is missing or nonsense.
 *
 * A date counts from the `Date` of the same answer, where there is one: clocks disagree, and an early retry is worse
 * than a late one. A date in the past is 0.
 * @param now - milliseconds since 1970, for answers without a `Date`
 */
export function parseRetryAfter(headers: Headers, now: number): number | undefined {
  const value = String(headers.get("retry-after"));
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(Number(value) * 1000, Number.MAX_SAFE_INTEGER);
  // Date.parse takes almost anything; an HTTP date begins with a day of the week.
  const until = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(until)) return undefined;
  const sent = Date.parse(String(headers.get("date")));
  return Math.max(0, until - (Number.isNaN(sent) ? now : sent));
}
