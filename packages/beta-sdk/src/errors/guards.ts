import { ApiError } from "./api-error.ts";
import { AuthenticationError } from "./authentication-error.ts";
import { NotFoundError } from "./not-found-error.ts";
import { PermissionError } from "./permission-error.ts";
import { RateLimitError } from "./rate-limit-error.ts";
import { SdkError } from "./sdk-error.ts";

/** Whether it is an error of the sdk, of this install or another. */
export const isSdkError = (error: unknown): error is SdkError => error instanceof SdkError;

/** Whether the API answered, but not with 2xx. */
export const isApiError = (error: unknown): error is ApiError => error instanceof ApiError;

/** Whether there is no valid token: 401, or the token endpoint refused. */
export const isAuthenticationError = (error: unknown): error is AuthenticationError =>
  error instanceof AuthenticationError;

/** Whether the token may not do this: 403. */
export const isPermissionError = (error: unknown): error is PermissionError => error instanceof PermissionError;

/** Whether there is no such thing: 404. */
export const isNotFoundError = (error: unknown): error is NotFoundError => error instanceof NotFoundError;

/** Whether there were too many requests: 429. */
export const isRateLimitError = (error: unknown): error is RateLimitError => error instanceof RateLimitError;
