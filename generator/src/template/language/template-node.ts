/** Where a tag or a piece of text stands. */
export interface TemplatePlace {
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column: number;
}

/** Text that is printed as it stands. Line ends that a tag alone on its line takes with it are gone already. */
interface TextNode extends TemplatePlace {
  readonly kind: "text";
  readonly text: string;
}

/** `{{{name}}}`, `{{&name}}` or `{{name}}`. */
export interface VariableNode extends TemplatePlace {
  readonly kind: "variable";
  readonly name: string;
  /** How it is written: `triple` and `ampersand` print raw, `double` escapes for HTML. */
  readonly braces: "triple" | "ampersand" | "double";
}

/** `{{#name}}…{{/name}}`, or with `^` what is printed where the value is false, missing or empty. */
export interface SectionNode extends TemplatePlace {
  readonly kind: "section" | "inverted";
  readonly name: string;
  readonly inner: readonly TemplateNode[];
  /** Where it is closed. */
  readonly end: TemplatePlace;
}

/** `{{> folder/name}}`. */
export interface PartialNode extends TemplatePlace {
  readonly kind: "partial";
  readonly name: string;
}

/** `{{! text }}`. */
interface CommentNode extends TemplatePlace {
  readonly kind: "comment";
  readonly text: string;
}

/** `{{=<% %>=}}`. */
interface DelimiterNode extends TemplatePlace {
  readonly kind: "delimiters";
}

/** A part of a template. */
export type TemplateNode = TextNode | VariableNode | SectionNode | PartialNode | CommentNode | DelimiterNode;
