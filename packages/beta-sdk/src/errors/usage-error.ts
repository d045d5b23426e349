import { SdkError } from "./sdk-error.ts";

/** The call or an option is wrong: a filter the operation does not support, an id that is no id, a missing secret. Nothing was sent. */
export class UsageError extends SdkError {
  static override readonly kind: string = "UsageError";
}
