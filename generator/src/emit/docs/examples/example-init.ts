import type { OperationModel, ParameterModel } from "../../../model/client-model.ts";
import { isObject, type Json, type JsonObject } from "../../../spec/json.ts";
import { setOwn } from "../../../spec/transforms/canonicalize.ts";
import { resolveObject } from "../../../spec/transforms/resolve-ref.ts";
import { type DocsSource, operationObject } from "../docs-source.ts";
import type { ExampleObject, ExampleValue } from "./example-value.ts";
import { fitValue } from "./fit-value.ts";
import { withComment } from "./member-comment.ts";
import { proposeValue } from "./propose-value.ts";
import { statedExample } from "./stated-example.ts";

/** What an example passes to an operation's function beside the client; undefined where that is nothing. */
export function exampleInit(source: DocsSource, operation: OperationModel): ExampleObject | undefined {
  const typed = typedOperation(source, operation);
  const params = exampleParams(source, operation, typed);
  const body = exampleBody(source, operation, typed);
  if (params === undefined && body === undefined) return undefined;
  return { ...(params && { params }), ...(body !== undefined && { body }) };
}

/** The operation in the document the type emitter reads. */
function typedOperation({ types }: DocsSource, { path, method }: OperationModel): JsonObject {
  const paths = isObject(types.paths) ? types.paths : {};
  const item = Object.hasOwn(paths, path) ? paths[path] : undefined;
  const typed = isObject(item) ? item[method] : undefined;
  return isObject(typed) ? typed : {};
}

function exampleParams(source: DocsSource, operation: OperationModel, typed: JsonObject): ExampleObject | undefined {
  const schemas = (Array.isArray(typed.parameters) ? typed.parameters : []).filter(isObject);
  const params: JsonObject = {};
  for (const [index, parameter] of operation.parameters.entries()) {
    const stated = parameterExample(source, operation, parameter);
    const isOptional = !parameter.required && !(parameter.name in Object.prototype);
    if (isOptional && (stated === undefined || parameter.deprecated)) continue;
    const candidate = stated ?? proposeValue(parameter.schema, { document: source.document, direction: "request" });
    const value = fitValue(source.types, schemas[index]?.schema, candidate);
    if (value === undefined) continue;
    const place = isObject(params[parameter.in]) ? (params[parameter.in] as JsonObject) : {};
    setOwn(place, parameter.name, withComment(parameter, value) as Json);
    params[parameter.in] = place;
  }
  return Object.keys(params).length > 0 ? (params as ExampleObject) : undefined;
}

/** What the spec states, or what its filters and sorters give. */
function parameterExample(
  { document }: DocsSource,
  operation: OperationModel,
  parameter: ParameterModel,
): Json | undefined {
  const stated = statedExample(document, parameter.source) ?? resolveObject(document, parameter.schema)?.example;
  if (stated !== undefined || parameter.in !== "query") return stated;
  const [field] = operation.filters ?? [];
  if (parameter.name === "filters" && field?.operators.includes("eq") && field.type === "string") {
    return `${field.name} eq ${JSON.stringify(field.enum[0] ?? "example")}`;
  }
  const [sorter] = operation.sorters ?? [];
  return parameter.name === "sorters" && sorter !== undefined ? sorter : undefined;
}

function exampleBody(source: DocsSource, operation: OperationModel, typed: JsonObject): ExampleValue | undefined {
  const [media] = operation.body?.media ?? [];
  if (!media) return undefined;
  const { document, types } = source;
  const requestBody = resolveObject(document, operationObject(source, operation).requestBody);
  const content = isObject(requestBody?.content) ? requestBody.content : {};
  const stated = resolveObject(document, Object.hasOwn(content, media.type) ? content[media.type] : undefined);
  const proposed = () => proposeValue(media.schema, { document, direction: "request" });
  const candidate = media.kind === "binary" ? undefined : ((stated && statedExample(document, stated)) ?? proposed());
  const typedBody = isObject(typed.requestBody) && isObject(typed.requestBody.content) ? typed.requestBody.content : {};
  const typedMedia = Object.hasOwn(typedBody, media.type) ? typedBody[media.type] : undefined;
  const value = fitValue(types, isObject(typedMedia) ? typedMedia.schema : undefined, candidate);
  return value === undefined ? undefined : withComment(operation.body ?? { description: "", required: true }, value);
}
