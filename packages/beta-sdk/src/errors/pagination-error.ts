import { SdkError } from "./sdk-error.ts";

/** Fields of {@link PaginationError}. */
export interface PaginationErrorDetails {
  /** The operation that was called. */
  readonly operationId: string;
  /** Offset of the page at which it stopped. */
  readonly offset: number;
  /** Pages read so far. */
  readonly pages: number;
  /** What led to it, where something threw. */
  readonly cause?: unknown;
}

/** Paging cannot go on without losing or repeating rows: the server ignores `offset`, or the pages do not end. */
export class PaginationError extends SdkError implements PaginationErrorDetails {
  static override readonly kind: string = "PaginationError";
  declare readonly operationId: string;
  declare readonly offset: number;
  declare readonly pages: number;

  constructor(message: string, details: PaginationErrorDetails) {
    super(message, details);
  }
}
