import { checkNumber } from "../config/check-number.ts";
import { UsageError } from "../errors/usage-error.ts";
import type { ListOptions } from "./list-options.ts";

/** How to read a collection, with every default filled in. */
export interface ReadPlan {
  readonly operationId: string;
  readonly limit: number;
  /** The greatest `limit` the operation allows. */
  readonly most: number;
  readonly offset: number;
  readonly max: number;
  readonly count: boolean;
  readonly readAhead: number;
  readonly maxPages: number;
  readonly overlap: boolean;
}

/** Greatest offset: the API takes 32 bits. */
const farthest = 2 ** 31 - 1;

/**
 * Checks how a collection is to be read.
 * @throws {UsageError} for numbers that the API would refuse or that make no sense
 */
export function readPlan(
  operationId: string,
  paging: { readonly limit?: number; readonly count?: boolean } | undefined,
  options: ListOptions,
): ReadPlan {
  if (!paging) throw new UsageError(`${operationId} has no \`offset\` and \`limit\`: use \`sdk.call\``);
  const most = paging.limit ?? 250;
  const { limit = most, offset = 0, max = Number.POSITIVE_INFINITY, readAhead = 0, maxPages = 10_000 } = options;
  checkNumber("limit", limit, 1, true);
  checkNumber("offset", offset, 0, true);
  if (limit > most) throw new UsageError(`\`limit\` of ${operationId} is at most ${most}, not ${limit}`);
  if (offset > farthest) throw new UsageError(`\`offset\` is at most ${farthest}, not ${offset}`);
  checkNumber("max", max, 0, max !== Number.POSITIVE_INFINITY);
  checkNumber("readAhead", readAhead, 0, true);
  checkNumber("maxPages", maxPages, 1, true);
  const count = paging.count === true && options.count !== false;
  return { operationId, limit, most, offset, max, count, readAhead, maxPages, overlap: options.overlap !== false };
}
