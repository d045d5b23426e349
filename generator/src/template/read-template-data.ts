import path from "node:path";
import type { Target } from "../config/target.ts";
import { buildSkeleton } from "../emit/skeleton/build-skeleton.ts";
import type { ClientModel } from "../model/client-model.ts";
import type { DocsStage } from "../pipeline/docs-stage.ts";
import { loadSpec } from "../pipeline/load-spec.ts";
import type { JsonObject } from "../spec/json.ts";
import { prepareSpec } from "../spec/transforms/prepare-spec.ts";
import { commentText } from "../text/comment-text.ts";

/** What the templates of a target see, and what it was made from. */
export interface TemplateData {
  readonly skeleton: JsonObject;
  readonly client: ClientModel;
  /** The spec, bundled and overlaid. */
  readonly document: JsonObject;
  /** For the type emitter. */
  readonly types: JsonObject;
  /** What is done to rendered docs; undefined where the target has none. */
  readonly docs: DocsStage | undefined;
}

const silent = { stage: async <T>(_: string, work: () => T | Promise<T>) => work(), warn: () => {} };

/** Prepares the spec of a target for its templates, without rendering anything. */
export async function readTemplateData(target: Target): Promise<TemplateData> {
  const { document: loaded } = await loadSpec(target, silent);
  const { client, document, types } = prepareSpec(loaded);
  const docs = target.docs
    ? await (await import("../pipeline/docs-stage.ts")).docsStage(target, { client, document, types, findings: [] })
    : undefined;
  const source = commentText(path.basename(target.spec)).replaceAll("\n", " ");
  const skeleton = buildSkeleton(client, { source, command: target.command }, docs?.context);
  return { skeleton, client, document, types, docs };
}
