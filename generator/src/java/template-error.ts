/** Thrown when a template cannot be rendered: the fault is in the template, not in the spec. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
  /** Path of the template below the templates folder, with forward slashes; undefined where it cannot be told. */
  readonly template: string | undefined;
  /** Counted from 1; undefined where it cannot be told. */
  readonly line: number | undefined;

  constructor(reason: string, template?: string, line?: number) {
    const place = template === undefined ? "a template" : line === undefined ? template : `${template}:${line}`;
    super(`${place}: ${reason} Correct it and run again; nothing was written.`);
    this.template = template;
    this.line = line;
  }
}
