import { ApiError } from "./api-error.ts";

/** 404: there is no such thing, or the token may not see it. */
export class NotFoundError extends ApiError {
  static override readonly kind: string = "NotFoundError";
}
