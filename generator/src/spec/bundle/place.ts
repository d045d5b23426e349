import type { Json } from "../json.ts";
import type { Kind } from "../walk/kind.ts";

/** A document that takes part in a bundle. */
export interface LoadedDocument {
  /** Absolute path or URL. */
  readonly id: string;
  /** How messages call it: the path from the spec's folder, with `/`; the URL; "" for the spec itself. */
  readonly label: string;
  readonly value: Json;
}

/** A value inside a document. */
export interface Place {
  readonly document: LoadedDocument;
  readonly tokens: readonly (string | number)[];
  readonly value: Json;
}

/** What references lead to outside the spec's own components; one object for all references to it. */
export interface Target {
  readonly kind: Kind;
  readonly place: Place;
  /** Where in `components` it goes; undefined when it takes the place of each reference. */
  readonly section: string | undefined;
  /** Pointers of the places that it takes the place of, when it has no section. */
  readonly standsInFor: string[];
  /** Its name in the section, once names are given. */
  name: string | undefined;
}

/** The outcome of following a reference. */
export type Resolution =
  /** An entry of the spec's own components, with the reference to it in normal form. */
  | { readonly to: "component"; readonly ref: string; readonly place: Place }
  | { readonly to: "target"; readonly target: Target }
  | { readonly to: "nothing"; readonly rule: string; readonly why: string };
