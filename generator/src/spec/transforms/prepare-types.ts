import type { MediaModel, OperationModel, ParameterModel } from "../../model/client-model.ts";
import { commentText } from "../../text/comment-text.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { own } from "../walk/own.ts";
import { setOwn } from "./canonicalize.ts";
import type { CollectedOperation } from "./collect-operations.ts";
import { resolveObject } from "./resolve-ref.ts";
import { defaultText } from "./schemas/default-text.ts";
import type { PreparedSchemas } from "./schemas/prepare-schemas.ts";
import { TYPE_KEY } from "./schemas/typed.ts";

/** Key under which the document names the type alias that a component schema is printed as, by key. */
export const ALIASES_KEY = "x-sailkit-aliases";

/** What a text or binary body may be when sent. */
const RAW_BODY = "(string | Blob | ArrayBuffer | ArrayBufferView<ArrayBuffer> | ReadableStream<Uint8Array>)";

/** The document the type emitter reads: paths and schemas only, with nothing left to resolve but schemas. */
export function prepareTypes(
  document: JsonObject,
  collected: readonly CollectedOperation[],
  models: readonly OperationModel[],
  prepared: PreparedSchemas,
): JsonObject {
  const paths: JsonObject = {};
  for (const [index, operation] of collected.entries()) {
    const model = models[index] as OperationModel;
    // `x` and `/x` are one path, and two keys.
    const isTaken = own(own(paths, model.path), operation.method) !== undefined;
    const path = isTaken ? operation.path : model.path;
    const known = own(paths, path);
    const item = isObject(known) ? known : {};
    setOwn(paths, path, item);
    item[operation.method] = typedOperation(document, operation, model, prepared);
  }
  return {
    paths,
    webhooks: typedWebhooks(document, prepared),
    components: { schemas: prepared.schemas },
    [ALIASES_KEY]: Object.fromEntries(prepared.aliases),
  };
}

function typedOperation(
  document: JsonObject,
  collected: CollectedOperation,
  model: OperationModel,
  prepared: PreparedSchemas,
): JsonObject {
  const operation: JsonObject = {
    operationId: model.name,
    parameters: model.parameters.map((parameter) => typedParameter(parameter, prepared)),
    responses: typedResponses(document, collected.operation.responses, model, prepared),
  };
  if (model.deprecated !== undefined) operation.deprecated = true;
  if (model.body) {
    const content: JsonObject = {};
    for (const media of model.body.media) setOwn(content, media.type, { schema: sentSchema(media, prepared) });
    operation.requestBody = { required: model.body.required, content };
  }
  return operation;
}

function typedParameter(parameter: ParameterModel, prepared: PreparedSchemas): JsonObject {
  const typed: JsonObject = {
    name: parameter.name,
    in: parameter.in,
    required: parameter.required,
    schema: parameter.schema ? prepared.convert(parameter.schema, "request") : { type: "string" },
  };
  if (parameter.description !== "") typed.description = commentText(parameter.description.trim());
  if (parameter.deprecated) typed.deprecated = true;
  if (parameter.default !== undefined) typed.default = defaultText(parameter.default);
  return typed;
}

function typedResponses(
  document: JsonObject,
  source: Json | undefined,
  model: OperationModel,
  prepared: PreparedSchemas,
): JsonObject {
  const headersOf = new Map<string, Json | undefined>();
  for (const [status, value] of isObject(source) ? Object.entries(source) : []) {
    headersOf.set(status.toLowerCase(), resolveObject(document, value)?.headers);
  }
  const responses: JsonObject = {};
  for (const { status, media } of model.responses) {
    const content: JsonObject = {};
    for (const one of media) setOwn(content, one.type, { schema: answeredSchema(one, prepared) });
    const headers = typedHeaders(document, headersOf.get(status.toLowerCase()), prepared);
    responses[status] = { ...(headers && { headers }), ...(media.length > 0 && { content }) };
  }
  return responses;
}

function typedHeaders(
  document: JsonObject,
  source: Json | undefined,
  prepared: PreparedSchemas,
): JsonObject | undefined {
  if (!isObject(source) || Object.keys(source).length === 0) return undefined;
  const headers: JsonObject = {};
  for (const [name, value] of Object.entries(source)) {
    const header = resolveObject(document, value) ?? {};
    const content = isObject(header.content) ? Object.values(header.content)[0] : undefined;
    const schema = prepared.convert(isObject(content) ? content.schema : header.schema, "response");
    setOwn(headers, name, {
      schema: Object.keys(schema).length === 0 ? { type: "string" } : schema,
      required: header.required === true,
      ...(typeof header.description === "string" && { description: commentText(header.description.trim()) }),
    });
  }
  return headers;
}

/** What may be sent as a body of this media type. */
function sentSchema(media: MediaModel, prepared: PreparedSchemas): JsonObject {
  const schema = prepared.convert(media.schema, "request");
  if (media.kind === "json") return schema;
  if (media.kind === "text" || media.kind === "binary") return { type: "string", [TYPE_KEY]: RAW_BODY };
  const fields = Object.keys(schema).length > 0 ? schema : { type: "object", additionalProperties: true };
  return { anyOf: [fields, { type: "string", [TYPE_KEY]: media.kind === "form" ? "URLSearchParams" : "FormData" }] };
}

/** What a body of this media type is read as. */
function answeredSchema(media: MediaModel, prepared: PreparedSchemas): JsonObject {
  if (media.kind === "json") return prepared.convert(media.schema, "response");
  if (media.kind === "text" || media.kind === "form") return { type: "string" };
  return { type: "string", [TYPE_KEY]: "Blob" };
}

/** Webhooks as types only: what the API sends to you is read, like an answer. */
function typedWebhooks(document: JsonObject, prepared: PreparedSchemas): JsonObject {
  const webhooks: JsonObject = {};
  for (const [name, value] of isObject(document.webhooks) ? Object.entries(document.webhooks) : []) {
    const item: JsonObject = {};
    for (const [method, operation] of Object.entries(resolveObject(document, value) ?? {})) {
      if (!isObject(operation) || !/^(get|put|post|delete|options|head|patch|trace)$/.test(method)) continue;
      const body = resolveObject(document, operation.requestBody);
      const content: JsonObject = {};
      for (const [type, media] of isObject(body?.content) ? Object.entries(body.content) : []) {
        setOwn(content, type, { schema: prepared.convert(isObject(media) ? media.schema : undefined, "response") });
      }
      item[method] = {
        ...(Object.keys(content).length > 0 && { requestBody: { required: body?.required === true, content } }),
        responses: {},
      };
    }
    setOwn(webhooks, name, item);
  }
  return webhooks;
}
