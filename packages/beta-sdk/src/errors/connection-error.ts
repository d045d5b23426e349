import { SdkError } from "./sdk-error.ts";

/** Fields of {@link ConnectionError}. */
export interface ConnectionErrorDetails {
  /** The operation that was called. */
  readonly operationId: string;
  /** How far it came: nothing was sent; sent, without an answer; the answer broke off. */
  readonly phase: "connect" | "request" | "response";
  /** Code of the runtime, such as `ECONNREFUSED`, where it gives one. */
  readonly code?: string | undefined;
  /** HTTP status, where the answer broke off. */
  readonly status?: number | undefined;
  /** Id of the request, where the answer broke off. */
  readonly requestId?: string | undefined;
  /** What the runtime said, with secrets blanked out. */
  readonly cause?: unknown;
}

/** The network failed before the whole answer was there. The cause is a copy of the runtime's error without secrets. */
export class ConnectionError extends SdkError implements ConnectionErrorDetails {
  static override readonly kind: string = "ConnectionError";
  declare readonly operationId: string;
  declare readonly phase: "connect" | "request" | "response";
  declare readonly code?: string;
  declare readonly status?: number;
  declare readonly requestId?: string;

  constructor(message: string, details: ConnectionErrorDetails) {
    super(message, details);
  }
}
