import type { OperationId } from "../operations/operation-id.ts";

/** A request that reached the tenant. */
export interface ArrivedRequest {
  /** Counted from 1. */
  readonly number: number;
  /** When it came, in milliseconds since the epoch, by the tenant's clock. */
  readonly at: number;
  readonly method: string;
  readonly url: string;
  /** Path of the URL, still percent-encoded. */
  readonly path: string;
  /** Query of the URL, decoded. Of a parameter that comes twice, the last. */
  readonly query: Readonly<Record<string, string>>;
  /** Names in lower case. Nothing is redacted: tests want to see what was sent. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as text; empty where there is none. */
  readonly body: string;
  /** What was called; `undefined` where it is nothing that the tenant knows. */
  readonly operation: OperationId | undefined;
  /** Goes out as `SLPT-Request-ID`. */
  readonly requestId: string;
}
