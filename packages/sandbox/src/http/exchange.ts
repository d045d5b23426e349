import type { SandboxClient } from "../auth/sandbox-client.ts";
import type { OperationId } from "../operations/operation-id.ts";

/** A request on its way through the tenant. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  /** The body as text; empty where there is none. `undefined` where it is longer than a tenant reads. */
  readonly body: string | undefined;
  readonly signal: AbortSignal;
  /** Goes out as `SLPT-Request-ID` and as `trackingId`. */
  readonly requestId: string;
  /** What is called; `undefined` where it is nothing that the tenant knows. */
  readonly operation: OperationId | undefined;
  /** Who calls, once that is known. */
  client?: SandboxClient;
}
