/** TypeScript source standing where a value of an example stands: what JSON cannot say. */
export class SourceCode {
  readonly text: string;

  /** @param text one expression, made by the generator; no text of a spec but as a literal */
  constructor(text: string) {
    this.text = text;
  }
}
