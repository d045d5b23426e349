/** Whether sending it twice has the effect of sending it once (RFC 9110, 9.2.2). */
export function isIdempotent(method: string): boolean {
  return method !== "POST" && method !== "PATCH";
}
