import type { Fault } from "../faults/fault.ts";
import type { OperationId } from "../operations/operation-id.ts";

/** A request that reached the tenant, and what became of it. */
export interface RecordedRequest {
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
  /** Who called, once the token was found to be valid. */
  clientId?: string;
  /** The fault that it met. */
  fault?: Fault;
  /** Status of the answer; `undefined` while there is none, and for good where the connection broke before the headers. */
  status?: number;
  /** Whether the tenant did what was asked for. False where a fault kept the request from it. */
  reached: boolean;
}
