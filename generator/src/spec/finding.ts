/** What a stage has to say about one place of a spec. */
export interface Finding {
  /** `error` refuses the spec; `warning` is reported, and the generation goes on. */
  readonly severity: "error" | "warning";
  /** Stable kebab-case id of the rule, such as `duplicate-operation-id`. */
  readonly rule: string;
  /** Where: a JSON pointer into the document, such as `/paths/~1tasks/get`. */
  readonly pointer: string;
  /** The file the pointer belongs to, where it is not the main one. */
  readonly file?: string;
  /** What is there and why it matters, in one sentence. Never contains text of other files. */
  readonly message: string;
  /** What to do next, in one sentence. */
  readonly hint?: string;
}
