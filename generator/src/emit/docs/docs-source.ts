import type { ClientModel, EnumModel, OperationModel } from "../../model/client-model.ts";
import { isObject, type JsonObject } from "../../spec/json.ts";
import { resolveObject } from "../../spec/transforms/resolve-ref.ts";
import type { DocsSettings } from "./docs-settings.ts";
import { type ModelPage, nameModelPages } from "./model-pages.ts";

/** Everything the pages are made from. */
export interface DocsSource {
  /** The spec, bundled, keys in order. */
  readonly document: JsonObject;
  /** The document the type emitter reads: what examples must fit. */
  readonly types: JsonObject;
  readonly client: ClientModel;
  readonly settings: DocsSettings;
  /** By key of a component schema: its type's name and the page that describes it, below `models/`. */
  readonly models: ReadonlyMap<string, ModelPage>;
  /** The exported enums, by the place they stand at: `TaskStatus.type`. */
  readonly enums: ReadonlyMap<string, EnumModel>;
}

/** Gathers what the pages are made from. */
export function docsSource(
  prepared: Pick<DocsSource, "document" | "types" | "client">,
  settings: DocsSettings,
): DocsSource {
  const { document, client } = prepared;
  return {
    ...prepared,
    settings,
    models: nameModelPages(document, client.schemas),
    enums: new Map(client.enums.map((model) => [model.place, model])),
  };
}

/** The operation object of the spec that an operation was made from. */
export function operationObject({ document }: Pick<DocsSource, "document">, operation: OperationModel): JsonObject {
  const [, , path = "", method = ""] = operation.pointer.split("/").map(unescapeToken);
  const paths = isObject(document.paths) ? document.paths : {};
  const item = Object.hasOwn(paths, path) ? resolveObject(document, paths[path]) : undefined;
  const value = item?.[method];
  return isObject(value) ? value : {};
}

function unescapeToken(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}
