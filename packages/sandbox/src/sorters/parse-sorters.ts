import type { Sorter } from "./sorter.ts";
import { SorterError } from "./sorter-error.ts";

/**
 * Parses sorters of the standard collection parameters: names with commas between them, `-` in front for descending.
 *
 * @throws {SorterError} for an empty name, one that is not among `supported`, and one that comes twice.
 * @example parseSorters("-created", ["created"]) // [{ field: "created", descending: true }]
 */
export function parseSorters(sorters: string, supported: readonly string[]): Sorter[] {
  const parsed = sorters.split(",").map((part) => {
    const descending = part.trim().startsWith("-");
    return { field: part.trim().slice(descending ? 1 : 0), descending };
  });
  for (const [index, { field }] of parsed.entries()) {
    if (field === "") throw new SorterError("A sorter is empty");
    if (!supported.includes(field)) {
      throw new SorterError(`The field ${field} cannot be sorted by; these can: ${supported.join(", ")}`);
    }
    if (parsed.findIndex((other) => other.field === field) !== index) {
      throw new SorterError(`The field ${field} is sorted by twice`);
    }
  }
  return parsed;
}
