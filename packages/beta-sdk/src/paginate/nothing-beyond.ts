import { ApiError } from "../errors/api-error.ts";
import type { RawPage } from "./page-source.ts";

/**
 * An empty page, where the error says that the offset is behind the last row, as some operations do; else it is thrown.
 * @throws what it is given, where it is anything else
 */
export function nothingBeyond<Item>(error: unknown): RawPage<Item> {
  const beyond =
    error instanceof ApiError && error.status === 400 && /specified offset is invalid/i.test(error.message);
  if (beyond) return { items: [], total: undefined };
  throw error;
}
