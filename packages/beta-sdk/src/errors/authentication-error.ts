import { ApiError } from "./api-error.ts";

/** 401, or no token could be had: wrong credentials, a token that is expired or was withdrawn, a broken answer of the token endpoint. */
export class AuthenticationError extends ApiError {
  static override readonly kind: string = "AuthenticationError";
}
