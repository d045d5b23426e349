/** Thrown for a filter that does not parse, or that asks for what an operation does not support. */
export class FilterError extends Error {
  override readonly name = "FilterError";
  /** Where in the filter it went wrong, in UTF-16 units from 0. `undefined` where the filter as a whole is meant. */
  readonly position: number | undefined;

  constructor(message: string, position?: number) {
    super(position === undefined ? message : `${message} (at position ${position})`);
    this.position = position;
  }
}
