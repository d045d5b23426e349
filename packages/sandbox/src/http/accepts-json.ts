/** Whether an `Accept` header (RFC 9110, section 12.5.1) admits `application/json`. No header admits anything. */
export function acceptsJson(accept: string | null): boolean {
  if (accept === null || accept.trim() === "") return true;
  const quality = new Map<string, number>();
  for (const range of accept.split(",")) {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const q = parameters.find((parameter) => parameter.startsWith("q="));
    quality.set(type, q === undefined ? 1 : Number(q.slice(2)));
  }
  // The most specific range decides.
  const decisive = quality.get("application/json") ?? quality.get("application/*") ?? quality.get("*/*") ?? 0;
  return decisive > 0;
}
