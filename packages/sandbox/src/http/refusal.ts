/** Thrown where a request is refused: the answer is an error in the vendor's shape. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  /** What exactly is wrong; goes into `causes`. */
  readonly causes: readonly string[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    {
      causes = [],
      headers = {},
    }: { readonly causes?: readonly string[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.status = status;
    this.causes = causes;
    this.headers = headers;
  }
}
