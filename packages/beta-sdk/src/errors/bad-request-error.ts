import { ApiError } from "./api-error.ts";

/** 400: the API did not understand the request: a filter, a patch, an id. `causes` and `messages` say what. */
export class BadRequestError extends ApiError {
  static override readonly kind: string = "BadRequestError";
}
