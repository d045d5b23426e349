import type { Target } from "../config/target.ts";
import type { JsonObject } from "../spec/json.ts";
import { readTemplateData } from "./read-template-data.ts";

/** What the templates of a target see, without rendering anything. The spec is named alike for all, so that results can be kept. */
export async function readSkeleton(target: Target): Promise<JsonObject> {
  const { skeleton } = await readTemplateData(target);
  return { ...skeleton, "x-sailkit-banner": { source: "openapi.yaml", command: target.command } };
}
