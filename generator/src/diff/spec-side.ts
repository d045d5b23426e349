import type { JsonObject } from "../spec/json.ts";
import type { PreparedSpec } from "../spec/transforms/prepare-spec.ts";

/** One of the two specs that are compared. */
export interface SpecSide {
  /** Bundled, overlaid and guarded. */
  readonly document: JsonObject;
  readonly prepared: PreparedSpec;
}
