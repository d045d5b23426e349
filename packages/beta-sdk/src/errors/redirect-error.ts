import { ApiError } from "./api-error.ts";

/**
 * 3xx: the server wants to send the request elsewhere. Redirects are never followed, since they would carry the token
 * along: set `tenant` or `baseUrl` to where the API really is.
 */
export class RedirectError extends ApiError {
  static override readonly kind: string = "RedirectError";
}
