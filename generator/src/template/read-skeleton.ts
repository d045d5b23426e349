import { buildSkeleton } from "../emit/skeleton/build-skeleton.ts";
import { docsStage } from "../pipeline/docs-stage.ts";
import { loadSpec } from "../pipeline/load-spec.ts";
import type { Target } from "../pipeline/target.ts";
import type { JsonObject } from "../spec/json.ts";
import { prepareSpec } from "../spec/transforms/prepare-spec.ts";

const silent = { stage: async <T>(_: string, work: () => T | Promise<T>) => work(), warn: () => {} };

/** What the templates of a target see, without rendering anything. */
export async function readSkeleton(target: Target): Promise<JsonObject> {
  const { document } = await loadSpec(target, silent);
  const prepared = prepareSpec(document);
  const docs = target.docs ? await docsStage(target, prepared) : undefined;
  return buildSkeleton(prepared.client, { source: "openapi.yaml", command: target.command }, docs?.context);
}
