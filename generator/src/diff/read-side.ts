import type { Target } from "../config/target.ts";
import { loadSpec } from "../pipeline/load-spec.ts";
import type { Reporter } from "../progress/create-reporter.ts";
import { prepareSpec } from "../spec/transforms/prepare-spec.ts";
import type { SpecSide } from "./spec-side.ts";

/**
 * Reads a spec the way a client is generated from it.
 * @throws {SpecRefusal} for one that no client is generated from
 */
export async function readSide(
  target: Pick<Target, "spec" | "overlay" | "allowRefs">,
  reporter: Pick<Reporter, "stage" | "warn">,
): Promise<SpecSide> {
  const { document } = await loadSpec(target, reporter);
  return { document, prepared: await reporter.stage("transform", () => prepareSpec(document)) };
}
