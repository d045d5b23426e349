import type { Method } from "../../model/client-model.ts";
import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { resolvePart } from "./resolve-part.ts";
import type { SpecHeader, SpecMedia, SpecOperation } from "./spec-operation.ts";

interface At {
  readonly node: JsonObject;
  readonly pointer: string;
}

/** The request body and the responses of an operation. */
export function readMessages(
  document: JsonObject,
  method: Method,
  { node, pointer }: At,
): Pick<SpecOperation, "body" | "responses"> {
  const body = resolvePart(document, { node: node.requestBody ?? null, pointer: `${pointer}/requestBody` });
  const media = body ? mediaOf(document, body) : [];
  const responses = isObject(node.responses) ? Object.entries(node.responses) : [];
  // fetch sends no body with these methods, so the client takes none.
  const isSent = media.length > 0 && !["get", "head", "trace"].includes(method);
  return {
    body:
      body && isSent
        ? { pointer: body.pointer, required: body.node.required === true, media, source: body.node }
        : undefined,
    responses: responses
      .filter(([status]) => /^(?:[1-5]\d\d|[1-5]XX|default)$/i.test(status))
      .flatMap(([status, value]) => {
        const at = resolvePart(document, { node: value as Json, pointer: `${pointer}/responses/${status}` });
        if (!at) return [];
        const name = /xx$/i.test(status) ? status.toUpperCase() : status.toLowerCase();
        return [
          {
            status: name,
            pointer: at.pointer,
            media: mediaOf(document, at),
            headers: headersOf(document, at),
            source: at.node,
          },
        ];
      }),
  };
}

function mediaOf(document: JsonObject, { node, pointer }: At): SpecMedia[] {
  return (isObject(node.content) ? Object.entries(node.content) : [])
    .filter(([type]) => type.trim() !== "")
    .map(([type, value]) => {
      const at = resolvePart(document, { node: value as Json, pointer: `${pointer}/content/${token(type)}` });
      const schema = at?.node.schema;
      return {
        type,
        essence: (type.split(";")[0] ?? "").trim().toLowerCase(),
        pointer: at?.pointer ?? pointer,
        schema: schema === undefined ? [] : [{ node: schema as Json, pointer: `${at?.pointer}/schema` }],
        encoding: isObject(at?.node.encoding) ? at.node.encoding : {},
      };
    });
}

function headersOf(document: JsonObject, { node, pointer }: At): SpecHeader[] {
  return (isObject(node.headers) ? Object.entries(node.headers) : []).flatMap(([name, value]) => {
    const at = resolvePart(document, { node: value as Json, pointer: `${pointer}/headers/${token(name)}` });
    if (!at) return [];
    const { schema } = at.node;
    return [
      {
        name,
        pointer: at.pointer,
        required: at.node.required === true,
        schema: schema === undefined ? [] : [{ node: schema as Json, pointer: `${at.pointer}/schema` }],
        source: at.node,
      },
    ];
  });
}

function token(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}
