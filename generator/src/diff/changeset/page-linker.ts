import { nameModelPages } from "../../emit/docs/model-pages.ts";
import { operationAnchors } from "../../emit/docs/pages/operation-anchors.ts";
import type { SpecSide } from "../spec-side.ts";

/** The page that describes an operation or a model, by its id or name; undefined where there is none. */
export type PageLinker = (name: string) => string | undefined;

/**
 * Links to the reference pages of a client, as seen from the changelog of any package beside it.
 * @param folder of the client, with `/`
 */
export function pageLinker({ prepared, document }: SpecSide, folder: string): PageLinker {
  const { operations, schemas } = prepared.client;
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  const anchors = operationAnchors(operations);
  const models = nameModelPages(document, schemas);
  const byName = new Map([...models.values()].map((page) => [page.name, page]));
  const base = `../${folder.slice(folder.lastIndexOf("/") + 1)}/docs`;
  return (name) => {
    const operation = byId.get(name);
    if (operation) return `${base}/methods/${operation.tags[0]}.md#${anchors.get(operation)}`;
    const page = models.get(name) ?? byName.get(name);
    return page && `${base}/models/${page.file}.md`;
  };
}
