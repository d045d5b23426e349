import type { SpecSide } from "../../src/diff/spec-side.ts";
import type { JsonObject } from "../../src/spec/json.ts";
import { prepareSpec } from "../../src/spec/transforms/prepare-spec.ts";

/** A spec of a test as one side of a diff. Give what follows `openapi` and `info`. */
export function sideOf(spec: object): SpecSide {
  const whole = { openapi: "3.0.3", info: { title: "Test", version: "1" }, ...spec };
  // Nothing of what a test states is shared between two sides.
  const document = JSON.parse(JSON.stringify(whole)) as JsonObject;
  return { document, prepared: prepareSpec(document) };
}
