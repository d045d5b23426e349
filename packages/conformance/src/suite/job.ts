/** What a runtime is given to do. */
export interface Job {
  /** Origins of the tenants, one for each case, in their order. */
  readonly origins: readonly string[];
  /** Whether it is a page of a browser. */
  readonly page: boolean;
}
