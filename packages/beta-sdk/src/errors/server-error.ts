import { ApiError } from "./api-error.ts";

/** 5xx: the API failed. */
export class ServerError extends ApiError {
  static override readonly kind: string = "ServerError";
}
