import { ApiError, type ApiErrorAnswer, type ApiErrorDetails } from "./api-error.ts";

/** What an operation asks of the token, as the spec declares it. */
export interface Permissions {
  /** Scopes the token needs. */
  readonly scopes: readonly string[];
  /** User levels of which the user needs one; empty where the spec names none. */
  readonly userLevels: readonly string[];
  /** Whether the token must stand for a user: that of an application alone is refused. */
  readonly userOnly: boolean;
}

/** 403: the token may not do this. The message and `required` say which scopes and user levels the operation asks for. */
export class PermissionError extends ApiError {
  static override readonly kind: string = "PermissionError";
  /** What the operation asks for; undefined where its manifest is not known. */
  declare readonly required?: Permissions;

  constructor(message: string, details: ApiErrorDetails & { readonly required?: Permissions }, answer: ApiErrorAnswer) {
    super(message, details, answer);
  }
}
