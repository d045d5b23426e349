/** An answer before it is put on the wire. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body, to be written as JSON. `undefined`: no body. */
  readonly json?: unknown;
}
