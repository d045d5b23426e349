import { ApiError } from "./api-error.ts";

/** 409: the request does not fit the present state. */
export class ConflictError extends ApiError {
  static override readonly kind: string = "ConflictError";
}
