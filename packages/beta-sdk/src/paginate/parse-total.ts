/** The number of items in all, from `X-Total-Count`; undefined where the header is missing, hidden or no number. */
export function parseTotal(headers: Headers): number | undefined {
  const text = String(headers.get("x-total-count"));
  const total = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(total) ? total : undefined;
}
