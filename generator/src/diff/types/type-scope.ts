import type { JsonObject } from "../../spec/json.ts";

/** What of a prepared spec has to be compared: the rest is the same to the letter. */
export interface TypeScope {
  /** Component schemas that differ, themselves or through what they contain. */
  readonly changed: ReadonlySet<string>;
  /** Functions whose own types differ, not counting the component schemas they refer to. */
  readonly operations: ReadonlySet<string>;
  /** Component schemas that do not differ, and that something above refers to. */
  readonly shared: JsonObject;
}
