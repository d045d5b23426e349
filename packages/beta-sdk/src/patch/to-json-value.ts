import { UsageError } from "../errors/usage-error.ts";

/**
 * The value as JSON data; dates become ISO text.
 * @param where - JSON Pointer, for the error
 * @throws {UsageError} for what JSON drops or changes without a word: undefined, NaN, infinities, functions, cycles
 */
export function toJsonValue(value: unknown, where: string, parents: readonly unknown[] = []): unknown {
  const refuse = (what: string) => new UsageError(`The value for ${where} ${what}, which JSON cannot say`);
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") {
    if (Number.isFinite(value)) return value;
    throw refuse(`is ${value}`);
  }
  if (typeof value !== "object")
    throw refuse(value === undefined ? "is undefined (null is possible)" : `is a ${typeof value}`);
  if (parents.includes(value)) throw refuse("contains itself");
  if (value instanceof Date && Number.isNaN(value.valueOf())) throw refuse("is an invalid date");
  const path = [...parents, value];
  if ("toJSON" in value && typeof value.toJSON === "function") return toJsonValue(value.toJSON(), where, path);
  if (Array.isArray(value)) return value.map((item, at) => toJsonValue(item, `${where}/${at}`, path));
  const prototype = Object.getPrototypeOf(value) as unknown;
  if (prototype !== Object.prototype && prototype !== null) throw refuse("is no plain object");
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, toJsonValue(item, `${where}/${name}`, path)]),
  );
}
