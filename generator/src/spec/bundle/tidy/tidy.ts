import type { Json } from "../../json.ts";
import type { Kind } from "../../walk/kind.ts";

type Tokens = readonly (string | number)[];

/** A typed place that may be put right, and the means to do so. */
export interface TidyNode {
  readonly kind: Kind;
  /** As it stands in the source. */
  readonly value: Json;
  readonly parent: Json | undefined;
  /** Whether the document is OpenAPI 3.0. */
  readonly is30: boolean;
  /** Puts a value at a place below the node; `[]` is the node itself. */
  set(below: Tokens, value: Json): void;
  /** Removes a place below the node; `[]` is the node itself. */
  remove(below: Tokens): void;
  /** Gives a key of the node another name, in the same order, unless the name is taken: then the key goes away. */
  rename(key: string, name: string): void;
  /** Says what was wrong and what was made of it. */
  warn(below: Tokens, message: string, hint?: string): void;
  /** What a value is when it is a reference to a place of the same document or of another; the value itself otherwise. */
  readonly deref: (value: Json, kind: Kind) => Json;
}

/**
 * A slip of hand-written documents whose meaning is clear, put right so that later stages find the shapes that the standard
 * promises. Each correction is reported.
 */
export interface Tidy {
  readonly id: string;
  readonly kinds: readonly Kind[];
  readonly run: (node: TidyNode) => void;
}
