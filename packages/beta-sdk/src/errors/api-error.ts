import type { ErrorMessageDto } from "@sailkit/beta-client";
import { SdkError } from "./sdk-error.ts";

/** What is known of an answer that is not 2xx. */
export interface ApiErrorDetails {
  /** HTTP status; 0 for a redirect that the runtime hides, or where no answer came. */
  readonly status: number;
  /** The operation that was called; `oauth/token` for the token endpoint. */
  readonly operationId: string;
  /** Code of the API, finer than the status: `400.1 Bad request content`. */
  readonly detailCode?: string | undefined;
  /** Id of this failure, to be quoted to support. */
  readonly trackingId?: string | undefined;
  /** Id of the request, from the header `SLPT-Request-ID`. */
  readonly requestId?: string | undefined;
  /** What went wrong, one entry a language. Empty where the answer does not say. */
  readonly messages: readonly ErrorMessageDto[];
  /** What led to it, one entry a language. Empty where the answer does not say. */
  readonly causes: readonly ErrorMessageDto[];
  /** Milliseconds that the server asked to wait, from `Retry-After`; undefined where it did not. */
  readonly retryAfterMs?: number | undefined;
}

/** Parts of an answer that logs should not hold: they are not enumerable. */
export interface ApiErrorAnswer {
  /** Headers of the answer. */
  readonly headers: Headers;
  /** The answer; its body has been read. */
  readonly response?: Response | undefined;
  /** The body: parsed JSON, else text; secrets are blanked out. */
  readonly body?: unknown;
}

/** The API answered, but not with 2xx. */
export class ApiError extends SdkError implements ApiErrorDetails, ApiErrorAnswer {
  static override readonly kind: string = "ApiError";
  declare readonly status: number;
  declare readonly operationId: string;
  declare readonly detailCode?: string;
  declare readonly trackingId?: string;
  declare readonly requestId?: string;
  declare readonly messages: readonly ErrorMessageDto[];
  declare readonly causes: readonly ErrorMessageDto[];
  declare readonly retryAfterMs?: number;
  declare readonly headers: Headers;
  declare readonly response?: Response;
  declare readonly body?: unknown;

  constructor(message: string, details: ApiErrorDetails & { readonly cause?: unknown }, answer: ApiErrorAnswer) {
    super(message, details);
    for (const [name, value] of Object.entries(answer)) Object.defineProperty(this, name, { value });
  }
}
