/** What a case finds in its runtime. */
export interface World {
  /** The packed low-level client. */
  readonly client: typeof import("@sailkit/beta-client");
  /** The packed sdk. */
  readonly sdk: typeof import("@sailkit/beta-sdk");
  /** Origin of the case's tenant, such as `http://127.0.0.1:4010`. */
  readonly origin: string;
  /** Whether this is a page of a browser, of another origin than the tenant. */
  readonly page: boolean;
  /** What importing the packages did beside defining them: globals, timers, requests. */
  readonly traces: readonly string[];
}
