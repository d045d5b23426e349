/** How a tenant answers pages of other origins. */
export interface Cors {
  /** Response headers that a page may read. Default: `X-Total-Count`, `Retry-After` and `SLPT-Request-ID`. */
  readonly expose?: readonly string[];
}
