import { ApiError, type ApiErrorAnswer, type ApiErrorDetails } from "./api-error.ts";
import { AuthenticationError } from "./authentication-error.ts";
import { BadRequestError } from "./bad-request-error.ts";
import { ConflictError } from "./conflict-error.ts";
import { NotFoundError } from "./not-found-error.ts";
import { parseErrorBody } from "./parse-error-body.ts";
import { PermissionError, type Permissions } from "./permission-error.ts";
import { RateLimitError } from "./rate-limit-error.ts";
import { ServerError } from "./server-error.ts";

/** What an error is made of. */
export interface ErrorSource {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly response: Response;
  /** The body, parsed where it is JSON; without secrets. */
  readonly body: unknown;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
  /** What to do about it, as a sentence; empty where there is nothing to say. */
  readonly advice?: string;
  readonly required?: Permissions | undefined;
  /** The class, where it is not the one for the status. */
  readonly as?: ErrorClass | undefined;
  /** Keeps secrets out of the message. */
  readonly redact: (text: string) => string;
}

type Details = ApiErrorDetails & { required?: Permissions };

type ErrorClass = new (message: string, details: Details, answer: ApiErrorAnswer) => ApiError;

const classes: Record<number, ErrorClass> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  429: RateLimitError,
};

/** The error for an answer that is not 2xx, of the class for its status. */
export function createApiError(source: ErrorSource): ApiError {
  const { operationId, method, path, response, body, requestId, retryAfterMs, required } = source;
  const { status, statusText, headers } = response;
  const { text, ...parsed } = parseErrorBody(body);
  const ids = [
    parsed.detailCode,
    parsed.trackingId && `tracking id ${parsed.trackingId}`,
    requestId && `request id ${requestId}`,
  ];
  const known = ids.filter(Boolean).join(", ");
  const message = [
    `${operationId} (${method} ${path}) failed with ${status}${statusText && ` ${statusText}`}${text && `: ${text}`}`.replace(
      /[\s.]*$/,
      ".",
    ),
    source.advice,
    known && `[${known}]`,
  ];
  const Class = source.as ?? classes[status] ?? (status >= 500 ? ServerError : ApiError);
  const details = { status, operationId, requestId, retryAfterMs, ...parsed, ...(required && { required }) };
  return new Class(source.redact(message.filter(Boolean).join(" ")), details, { headers, response, body });
}
