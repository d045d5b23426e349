/** How many requests a client id may send to an API version. */
export interface RateLimit {
  /** Requests in a window. Default 100. */
  readonly requests?: number;
  /** Length of the window in milliseconds. Default 10,000. */
  readonly window?: number;
  /**
   * `sliding` (default): no span as long as the window ever holds more requests than that, wherever it begins, which is
   * the strictest reading of the limit. `fixed`: windows follow one another, the first begins with the first request.
   */
  readonly kind?: "sliding" | "fixed";
}
