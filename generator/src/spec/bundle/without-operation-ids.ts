import { isObject, type Json } from "../json.ts";
import { DocumentEditor } from "../walk/document-editor.ts";
import { walkSpec } from "../walk/walk-spec.ts";

/** A path item whose own operations have no `operationId`; those of its callbacks stay. The item itself if none has. */
export function withoutOperationIds(pathItem: Json): Json {
  const editor = new DocumentEditor(pathItem);
  walkSpec(
    pathItem,
    (kind, value, tokens) => {
      if (kind !== "operation") return kind === "pathItem" || kind === "operations" ? undefined : "skip";
      if (isObject(value) && Object.hasOwn(value, "operationId")) editor.remove([...tokens, "operationId"]);
      return "skip";
    },
    "pathItem",
  );
  return editor.result();
}
