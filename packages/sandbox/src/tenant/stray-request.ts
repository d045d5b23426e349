/** A request that `fetch` was about to send to another host than the tenant's. */
export interface StrayRequest {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. Nothing is redacted: tests want to see what would have leaked. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
