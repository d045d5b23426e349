import { UsageError } from "../errors/usage-error.ts";

/**
 * The `sorters` parameter; undefined where there is nothing to order by.
 * @throws {UsageError} for a field that the operation cannot order by, and for one that comes twice
 */
export function renderSorters(
  sorters: readonly string[] | undefined,
  supported: readonly string[] | undefined,
  operationId: string,
): string | undefined {
  if (!sorters || sorters.length === 0) return undefined;
  const fields = sorters.map((sorter) => String(sorter).replace(/^-/, ""));
  for (const [at, field] of fields.entries()) {
    if (!supported?.includes(field)) {
      throw new UsageError(
        `${operationId} cannot order by "${field}": it can by ${supported?.join(", ") || "nothing"}`,
      );
    }
    if (fields.indexOf(field) < at) throw new UsageError(`Sorter "${field}" is given twice: name each field once`);
  }
  return sorters.join();
}
