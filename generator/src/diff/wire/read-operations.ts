import { METHODS, type OperationModel } from "../../model/client-model.ts";
import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { toPointer } from "../../spec/json-pointer.ts";
import { readMessages } from "./read-messages.ts";
import { readParameters } from "./read-parameters.ts";
import { resolvePart } from "./resolve-part.ts";
import type { SpecOperation } from "./spec-operation.ts";

/** Every operation of a document that the client has a function for. */
export function readOperations(document: JsonObject, models: readonly OperationModel[]): SpecOperation[] {
  const byPointer = new Map(models.map((model) => [model.pointer, model]));
  const paths = isObject(document.paths) ? document.paths : {};
  return Object.entries(paths).flatMap(([path, value]) => {
    const item = resolvePart(document, { node: value as Json, pointer: toPointer(["paths", path]) });
    return METHODS.flatMap((method) => {
      const model = byPointer.get(toPointer(["paths", path, method]));
      const source = item?.node[method];
      if (!item || !model || !isObject(source)) return [];
      const at = { node: source, pointer: `${item.pointer}/${method}` };
      const { operationId } = source;
      return [
        {
          model,
          address: `${method} ${numbered(path)}`,
          statedId: typeof operationId === "string" && operationId.trim() !== "" ? operationId : undefined,
          source,
          parameters: readParameters(document, path, item, at),
          ...readMessages(document, method, at),
        },
      ];
    });
  });
}

/** `/a/{id}/b/{key}` → `/a/{}/b/{}`: names in a path never reach the wire. */
function numbered(path: string): string {
  return path.replace(/\{[^{}]*\}/g, "{}").replace(/(?<=.)\/$/, "");
}
