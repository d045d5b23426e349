import type { JsonObject } from "../json.ts";
import type { Kind } from "../walk/kind.ts";
import type { LoadedDocument } from "./place.ts";

/** A reference as it stands in a document. */
export interface Reference {
  /** What it stands for. */
  readonly kind: Kind;
  readonly ref: string;
  /** The object that holds it: a reference object, or the mapping of a discriminator. */
  readonly holder: JsonObject;
  readonly document: LoadedDocument;
  readonly tokens: readonly (string | number)[];
  readonly role: "mapping" | "entry" | "plain";
}
