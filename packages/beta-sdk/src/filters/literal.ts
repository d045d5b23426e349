import { UsageError } from "../errors/usage-error.ts";

/**
 * A value in the language of filters: text in double quotes, with `"` and `\` escaped, so that no value can end its own
 * quotes; numbers and booleans bare; dates as ISO text.
 * @param where - for the error: the field and operator
 * @throws {UsageError} for anything else, and for text that has no encoding
 */
export function literal(value: unknown, where: string): string {
  if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) return String(value);
  const text = value instanceof Date && !Number.isNaN(value.valueOf()) ? value.toISOString() : value;
  if (typeof text === "string" && !/\p{Cs}/u.test(text)) return `"${text.replace(/["\\]/g, "\\$&")}"`;
  throw new UsageError(`Filter ${where} takes text, numbers, booleans and dates, not ${describe(value)}`);
}

function describe(value: unknown): string {
  if (typeof value === "string") return "text with half a surrogate pair";
  if (value instanceof Date) return "an invalid date";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
