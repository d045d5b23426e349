import type { Json } from "../../../spec/json.ts";

/** A schema where it stands. */
export interface Part {
  readonly node: Json;
  /** JSON pointer into its document. */
  readonly pointer: string;
}

/** A schema with its references followed and its `allOf` merged, so that the way it is written down makes no difference. */
export interface SchemaView {
  /** The schema as it stands. */
  readonly self: readonly Part[];
  /** Where most of it is said: the schema itself, or what its only reference points to. */
  readonly pointer: string;
  /** JSON types without null, sorted; undefined where any is allowed. */
  readonly types: readonly string[] | undefined;
  readonly nullable: boolean;
  readonly format: string | undefined;
  /** Allowed values as JSON text, without null. */
  readonly values: readonly string[] | undefined;
  readonly properties: ReadonlyMap<string, readonly Part[]>;
  /** Names of properties that are always there, whichever way the schema travels. */
  readonly required: ReadonlySet<string>;
  /** Properties not named: a schema, whether they are allowed, or undefined where nothing is said. */
  readonly additional: readonly Part[] | boolean | undefined;
  readonly items: readonly Part[] | undefined;
  readonly tuple: readonly Part[] | undefined;
  /** Members of `oneOf` and `anyOf`, without those that are only null. */
  readonly variants: readonly Part[];
  readonly constraints: ReadonlyMap<string, Json>;
  readonly default: Json | undefined;
  readonly discriminator: { readonly property: string; readonly mapping: ReadonlyMap<string, string> } | undefined;
  readonly deprecated: boolean;
  readonly readOnly: boolean;
  readonly writeOnly: boolean;
  /** Keywords that are compared as they are, as JSON text. */
  readonly other: string;
  /** Everything only people read, as JSON text. */
  readonly documentation: string;
}
