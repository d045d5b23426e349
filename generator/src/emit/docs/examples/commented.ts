/** A member of an example's object with a line of comment above it. */
export class Commented<Value> {
  readonly comment: string;
  readonly value: Value;

  /** @param comment one line, safe inside a comment */
  constructor(comment: string, value: Value) {
    this.comment = comment;
    this.value = value;
  }
}
