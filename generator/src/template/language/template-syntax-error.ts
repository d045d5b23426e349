import type { TemplatePlace } from "./template-node.ts";

/** Thrown for a template that cannot be parsed. The message does not say where: `line` and `column` do. */
export class TemplateSyntaxError extends Error implements TemplatePlace {
  override readonly name = "TemplateSyntaxError";
  readonly line: number;
  readonly column: number;
  /** The tag as it is written. */
  readonly tag: string;

  constructor(message: string, place: TemplatePlace, tag: string) {
    super(message);
    this.line = place.line;
    this.column = place.column;
    this.tag = tag;
  }
}
