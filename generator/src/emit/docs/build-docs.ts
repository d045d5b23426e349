import type { OperationModel, TagModel } from "../../model/client-model.ts";
import type { JsonObject } from "../../spec/json.ts";
import type { DocsSettings } from "./docs-settings.ts";
import { type DocsSource, docsSource } from "./docs-source.ts";
import { operationExamples } from "./examples/operation-examples.ts";
import type { ModelPage } from "./model-pages.ts";
import { FILE_MARK } from "./page-marks.ts";
import { indexContext } from "./pages/index-context.ts";
import { modelPage } from "./pages/model-page.ts";
import { modelUses } from "./pages/model-uses.ts";
import { operationAnchors } from "./pages/operation-anchors.ts";
import { operationPage } from "./pages/operation-page.ts";
import { tagPage } from "./pages/tag-page.ts";

/** What the docs templates print, in two places: extensions of the skeleton's root, and of each of its operations. */
export interface DocsContext {
  readonly root: JsonObject;
  /** The extensions of an operation on the page of a tag; `isFirst` on one operation of each page. */
  readonly operation: (operation: OperationModel, tag: TagModel, isFirst: boolean) => JsonObject;
}

/** Decides everything the reference pages print. */
export function buildDocs(
  prepared: Pick<DocsSource, "document" | "types" | "client">,
  settings: DocsSettings,
): DocsContext {
  const source = docsSource(prepared, settings);
  const anchors = operationAnchors(source.client.operations);
  const examples = operationExamples(source);
  const uses = modelUses(source, anchors);
  const contexts = new Map(
    [...examples].map(([operation, programs]) => [
      operation,
      operationPage(source, operation, anchors.get(operation) ?? "", programs),
    ]),
  );
  const models = [...new Set(source.models.values())].sort(byName);
  const programs = [...examples.values()].flatMap(({ call, sdk }) => [call, ...sdk]);
  return {
    root: {
      "x-sailkit-docs": indexContext(source, models),
      "x-sailkit-docs-models": models.map((page) => modelPage(source, page, uses.get(page.key) ?? [])),
      "x-sailkit-docs-examples": programs.map(({ file, context }) => ({ mark: `${FILE_MARK}${file}`, ...context })),
    },
    operation: (operation, tag, isFirst) => ({
      "x-sailkit-docs-page": isFirst && tagPage(source, tag, contexts),
      "x-sailkit-docs-operation": contexts.get(operation) ?? false,
    }),
  };
}

function byName(a: ModelPage, b: ModelPage): number {
  return a.name < b.name ? -1 : 1;
}
