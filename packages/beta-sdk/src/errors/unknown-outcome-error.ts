import { SdkError } from "./sdk-error.ts";

/** Fields of {@link UnknownOutcomeError}. */
export interface UnknownOutcomeErrorDetails {
  /** The operation that was called. */
  readonly operationId: string;
  /** Id of the request, where part of an answer came. */
  readonly requestId?: string | undefined;
  /** How the call failed: a `TimeoutError` or a `ConnectionError`. */
  readonly cause?: unknown;
}

/** A call that changes something was sent, and no answer came: it may or may not have been carried out. Read the state before you send it again. */
export class UnknownOutcomeError extends SdkError implements UnknownOutcomeErrorDetails {
  static override readonly kind: string = "UnknownOutcomeError";
  declare readonly operationId: string;
  declare readonly requestId?: string;

  constructor(message: string, details: UnknownOutcomeErrorDetails) {
    super(message, details);
  }
}
