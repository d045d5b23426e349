import { isObject, type Json } from "../json.ts";
import { DocumentEditor } from "../walk/document-editor.ts";
import { walkSpec } from "../walk/walk-spec.ts";

/** A path item whose operations, those of its callbacks included, have no `operationId`. The item itself if none has. */
export function withoutOperationIds(pathItem: Json): Json {
  const editor = new DocumentEditor(pathItem);
  walkSpec(
    pathItem,
    (kind, value, tokens) => {
      if (kind !== "operation" || !isObject(value) || !Object.hasOwn(value, "operationId")) return;
      editor.remove([...tokens, "operationId"]);
    },
    "pathItem",
  );
  return editor.result();
}
