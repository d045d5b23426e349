import { Refusal } from "./refusal.ts";

/** Which part of a collection is asked for. */
export interface Page {
  /** Most items of the page. */
  readonly limit: number;
  /** Items before the page. */
  readonly offset: number;
  /** Whether the total is asked for. */
  readonly count: boolean;
}

/** Names of the query parameters that `readPage` reads. */
export const pageParameters = ["limit", "offset", "count"] as const;

const largestInt32 = 2 ** 31 - 1;

/**
 * Reads `limit` (0 to 250, default 250), `offset` (default 0) and `count` (default false).
 *
 * @throws {Refusal} 400 where one of them is something else.
 */
export function readPage(query: Readonly<Record<string, string>>): Page {
  return {
    limit: readInteger(query, "limit", 250, 250),
    offset: readInteger(query, "offset", 0, largestInt32),
    count: readBoolean(query, "count"),
  };
}

function readInteger(query: Readonly<Record<string, string>>, name: string, standard: number, most: number): number {
  const text = query[name];
  if (text === undefined) return standard;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value <= most)) {
    throw new Refusal(400, `Specified ${name} is invalid`, { causes: [`${name} is an integer from 0 to ${most}.`] });
  }
  return value;
}

function readBoolean(query: Readonly<Record<string, string>>, name: string): boolean {
  const text = query[name] ?? "false";
  if (text !== "true" && text !== "false") {
    throw new Refusal(400, `Specified ${name} is invalid`, { causes: [`${name} is true or false.`] });
  }
  return text === "true";
}
