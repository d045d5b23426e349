import type { Json, JsonObject } from "../../json.ts";
import type { CycleBreak, ImmediateKind } from "./immediate-cycles.ts";
import type { Direction } from "./schema-usage.ts";

/** An enum met on the way, for the list of known values. */
export interface MetEnum {
  readonly place: readonly string[];
  readonly values: readonly (string | number | boolean)[];
  readonly open: boolean;
}

/** What converting a schema needs to know beside the schema. */
export interface ConvertContext {
  readonly direction: Direction;
  /** Key of the component schema this one belongs to; undefined for inline schemas of operations. */
  readonly self: string | undefined;
  /** Discriminator values of a component schema, by property; empty where it has none. */
  readonly discriminators: (key: string) => ReadonlyMap<string, readonly string[]>;
  /** The key to use for a component schema in this direction. */
  readonly rename: (key: string) => string;
  readonly lookUp: (key: string) => JsonObject | undefined;
  readonly cycleBreak: (self: string, target: string, kind: ImmediateKind) => CycleBreak;
  /** The name of the type alias to use for a component schema that `self` contains through lists alone. */
  readonly alias: (self: string, target: string) => string | undefined;
  /** How many more parents may be printed in place of a reference to them: of a lattice there are more than memory holds. */
  readonly inlining: { left: number };
  readonly onEnum: (met: MetEnum) => void;
}

/** Where in a component schema a conversion stands. */
export interface Position {
  /** Names of the properties passed, or undefined where no enum is listed. */
  readonly place: readonly string[] | undefined;
  /** Whether the schema is immediately (not through a property) part of `self`, and how. */
  readonly immediate: ImmediateKind | undefined;
  /** Whether only lists and compositions, but no property, stand between the schema and `self`. */
  readonly eager: boolean;
  /** Keys of the parents that are being printed in place of a reference. */
  readonly within: readonly string[];
  /** Whether enums stay closed: discriminators, members of a union. */
  readonly closed: boolean;
  readonly depth: number;
}

/** Converts a schema in a context, and gives the parts of it that the conversion of a larger one is made of. */
export type Convert = (schema: Json | undefined, context: ConvertContext, at: Position) => JsonObject;
