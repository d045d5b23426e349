/** Thrown for sorters that do not parse, or that name a field which an operation cannot order by. */
export class SorterError extends Error {
  override readonly name = "SorterError";
}
