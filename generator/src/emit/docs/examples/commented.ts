import type { ExampleValue } from "./example-value.ts";

/** A member of an example's object with a line of comment above it. */
export class Commented {
  readonly comment: string;
  readonly value: ExampleValue;

  /** @param comment one line, safe inside a comment */
  constructor(comment: string, value: ExampleValue) {
    this.comment = comment;
    this.value = value;
  }
}
