import { SdkError } from "./sdk-error.ts";

/** Fields of {@link DecodeError}. */
export interface DecodeErrorDetails {
  /** The operation that was called. */
  readonly operationId: string;
  /** HTTP status. */
  readonly status: number;
  /** Media type the answer claims. */
  readonly contentType?: string | undefined;
  /** Id of the request. */
  readonly requestId?: string | undefined;
  /** Start of the body, at most 1,000 characters, secrets blanked out. */
  readonly snippet: string;
  /** Whether the body is longer than `maxBodyBytes`. */
  readonly tooLarge?: boolean | undefined;
  /** Why it could not be read, where something threw. */
  readonly cause?: unknown;
}

/** The answer is 2xx, but its body is not what the operation answers: HTML from a proxy, cut JSON, nothing at all, or too much. */
export class DecodeError extends SdkError implements DecodeErrorDetails {
  static override readonly kind: string = "DecodeError";
  declare readonly operationId: string;
  declare readonly status: number;
  declare readonly contentType?: string;
  declare readonly requestId?: string;
  declare readonly snippet: string;
  declare readonly tooLarge?: boolean;

  constructor(message: string, details: DecodeErrorDetails) {
    super(message, details);
  }
}
