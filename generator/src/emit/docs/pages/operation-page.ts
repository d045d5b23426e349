import type { BodyModel, MediaModel, OperationModel, ParameterModel } from "../../../model/client-model.ts";
import { isObject, type JsonObject } from "../../../spec/json.ts";
import { codeSpan } from "../../../text/markdown/code-span.ts";
import { safeUrl } from "../../../text/markdown/safe-url.ts";
import { markdownCell } from "../../../text/markdown-cell.ts";
import { markdownLine } from "../../../text/markdown-line.ts";
import { markdownText } from "../../../text/markdown-text.ts";
import { type DocsSource, operationObject } from "../docs-source.ts";
import type { OperationExamples } from "../examples/operation-examples.ts";
import { fieldRows } from "../fields/field-rows.ts";
import { inlineObject } from "../fields/inline-object.ts";
import { typeMarkdown } from "../fields/type-markdown.ts";
import { accessContext } from "./access-context.ts";
import { collectionContext } from "./collection-context.ts";
import { parameterRows } from "./parameter-rows.ts";
import { responseRows, successTest } from "./response-rows.ts";

/** What the section of one operation prints. Every text is Markdown already. */
export function operationPage(
  source: DocsSource,
  operation: OperationModel,
  anchor: string,
  examples: OperationExamples,
): JsonObject {
  const { successes, errors, headers } = responseRows(source, operation);
  const inPath = operation.parameters.filter((parameter) => parameter.in === "path");
  const others = operation.parameters.filter((parameter) => parameter.in !== "path");
  const summary = operation.summary.trim() === "" ? operation.id : operation.summary;
  return {
    anchor,
    function: operation.name,
    call: codeSpan(callShape(operation)),
    method: operation.method.toUpperCase(),
    path: codeSpan(operation.path, { cell: true }),
    summary: markdownLine(summary),
    brief: markdownCell(summary),
    description: (operation.description.trim() !== summary.trim() && markdownText(operation.description)) || false,
    isDeprecated: operation.deprecated !== undefined,
    deprecated: markdownLine(operation.deprecated ?? "") || "It may go away.",
    apiSpec: apiSpec(source, operation),
    pathParameters: parameterRows(source, inPath),
    otherParameters: parameterRows(source, others),
    passing: others.length > 0 && passing(operation, others),
    body: bodyContext(source, operation.body),
    successes,
    answerFields: { fields: answerFields(source, operation) },
    headers,
    errors,
    ...requestHeaders(operation),
    ...accessContext(operation),
    ...collectionContext(operation),
    example: examples.call.include,
    sdkExamples: examples.sdk.map(({ method, description, include }) => ({
      method: codeSpan(method),
      description: markdownLine(description),
      include,
    })),
  };
}

/** `getTask(client, { params })`: what a call is made of. */
function callShape({ name, parameters, body }: OperationModel): string {
  const parts = [parameters.length > 0 && "params", body && "body"].filter(Boolean);
  return `${name}(client${parts.length > 0 ? `, { ${parts.join(", ")} }` : ""})`;
}

/** Where parameters go that are not in the path, and whether all can be left out. */
function passing({ name, parameters, body }: OperationModel, others: readonly ParameterModel[]): string {
  const places = [...new Set(others.map((parameter) => codeSpan(`params.${parameter.in}`)))];
  const isOptional = !body && parameters.every(({ required }) => !required);
  const without = isOptional ? ` All are optional: ${codeSpan(`${name}(client)`)} leaves them to their defaults.` : "";
  return `They are passed in ${places.join(", ")}.${without}`;
}

function apiSpec(source: DocsSource, operation: OperationModel): string | false {
  const { externalDocs } = operationObject(source, operation);
  return (isObject(externalDocs) && typeof externalDocs.url === "string" && safeUrl(externalDocs.url)) || false;
}

/** The fields of what success answers, where no model page tells them. */
function answerFields(source: DocsSource, operation: OperationModel): JsonObject[] {
  const isSuccess = successTest(operation);
  const [media] = operation.responses.filter(({ status }) => isSuccess(status)).flatMap((response) => response.media);
  return operation.method === "head" ? [] : inlineFields(source, media);
}

/** The fields of the media type that has most of them: others take a part of the same. */
function bodyFields(source: DocsSource, { media }: BodyModel): JsonObject[] {
  const tables = media.map((one) => inlineFields(source, one));
  return tables.reduce((most, table) => (table.length > most.length ? table : most), []);
}

function inlineFields(source: DocsSource, media: MediaModel | undefined): JsonObject[] {
  const object = inlineObject(media?.schema);
  return object ? fieldRows(source, object, { folder: "../models/" }) : [];
}

function bodyContext(source: DocsSource, body: BodyModel | undefined): JsonObject | false {
  if (!body) return false;
  return {
    description: markdownText(body.description) || false,
    required: body.required,
    fields: bodyFields(source, body),
    media: body.media.map(({ type, kind, schema }) => ({
      mediaType: codeSpan(type, { cell: true }),
      type: schema && kind !== "binary" ? typeMarkdown(source, schema, { folder: "../models/" }) : "`Blob`",
    })),
  };
}

/** The headers that the client sends by itself. */
function requestHeaders({ body, responses }: OperationModel): JsonObject {
  const sent = body?.media.map(({ type }) => codeSpan(type)) ?? [];
  const read = [...new Set(responses.flatMap(({ media }) => media.map(({ type }) => type)))];
  return {
    contentType: sent.join(", ") || "Not defined",
    accept: (read.length > 0 ? read : ["application/json"]).map((type) => codeSpan(type)).join(", "),
  };
}
