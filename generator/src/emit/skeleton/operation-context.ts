import type { BodyModel, MediaModel, OperationModel, ResponseModel } from "../../model/client-model.ts";
import { localCodecName } from "../../naming/codec-names.ts";
import type { Json, JsonObject } from "../../spec/json.ts";
import { literal } from "../../text/literal.ts";
import { describeOperation } from "./describe-operation.ts";
import { codecNames, descriptorEntries } from "./operation-descriptor.ts";
import { sentType } from "./sent-type.ts";

/** What the template of an operation prints: each value is TypeScript source or comment text already. */
export function operationContext(operation: OperationModel): JsonObject {
  const type = `operations[${literal(operation.name)}]`;
  const params = paramsContext(operation, type);
  const filters = filtersContext(operation);
  const required = operation.parameters.some((parameter) => parameter.required) || operation.body?.required === true;
  return {
    name: operation.name,
    initName: operation.initName,
    resultName: operation.resultName,
    type,
    doc: describeOperation(operation),
    params,
    ...bodyContext(operation.body, type),
    optional: !required,
    descriptor: descriptorEntries(operation),
    codecs: codecNames(operation).map((name) => ({ name: localCodecName(name) })),
    data: successType(operation, type),
    failure: failureType(operation, type),
    headers: headerNames(operation.responses),
    filters,
    // Of several media types, what the alternatives have in common.
    hasShared: Boolean(params || filters || operation.sorters),
    sorters: operation.sorters ? operation.sorters.map((name) => literal(name)).join(" | ") || "never" : false,
  };
}

function paramsContext(operation: OperationModel, type: string): Json {
  if (operation.parameters.length === 0) return false;
  return {
    type: `${type}["parameters"]`,
    optional: !operation.parameters.some((parameter) => parameter.required),
  };
}

/** `body` for one media type, else `alternatives`: the caller then says which one by `contentType`. */
function bodyContext(body: BodyModel | undefined, type: string): JsonObject {
  if (!body) return { body: false, alternatives: false };
  const stated = `${type}["requestBody"]`;
  const content = `${body.required ? stated : `NonNullable<${stated}>`}["content"]`;
  const isRange = (media: MediaModel) => sentType(media).includes("*");
  const alternatives = body.media.map((media, index) => ({
    type: `${content}[${literal(media.type)}]`,
    // Of a range, the caller names a member.
    mediaType: isRange(media) ? "string" : literal(sentType(media)),
    isDefault: index === 0,
    optional: !body.required,
  }));
  if (body.media.length > 1 || body.media.some(isRange)) return { body: false, alternatives };
  return { body: alternatives[0] as JsonObject, alternatives: false };
}

function successType(operation: OperationModel, type: string): string {
  const statuses = operation.responses.filter(({ status }) => status.startsWith("2")).map(({ status }) => status);
  const answered = statuses.length > 0 ? statuses : operation.responses.some(isDefault) ? ["default"] : [];
  // A HEAD answer has no body, whatever the spec declares for it.
  if (operation.method === "head") return "undefined";
  return answered.length > 0 ? `Body<${type}["responses"][${keys(answered)}]>` : "unknown";
}

function failureType(operation: OperationModel, type: string): string {
  if (operation.method === "head") return "never";
  const statuses = operation.responses.filter(({ status }) => !/^[12]/.test(status)).map(({ status }) => status);
  const bodies = operation.responses.some(({ status, media }) => statuses.includes(status) && media.length > 0);
  // Nothing declared says nothing: what comes may be any JSON.
  return bodies ? `Failure<${type}["responses"][${keys(statuses)}]>` : "unknown";
}

function keys(statuses: readonly string[]): string {
  return statuses.map((status) => (/^\d+$/.test(status) ? status : literal(status))).join(" | ");
}

function headerNames(responses: readonly ResponseModel[]): Json {
  const names = [...new Set(responses.flatMap(({ headers }) => headers))].sort();
  return names.length > 0 && names.map((name) => literal(name)).join(" | ");
}

function filtersContext(operation: OperationModel): Json {
  if (!operation.filters || operation.filters.length === 0) return false;
  return {
    name: operation.filtersName,
    operation: operation.name,
    fields: operation.filters.map((field) => ({
      name: literal(field.name),
      operators: field.operators.map((operator) => literal(operator)).join(" | ") || "never",
      value: field.enum.length > 0 ? field.enum.map((value) => literal(value)).join(" | ") : valueType(field.type),
    })),
  };
}

function valueType(type: string): string {
  if (type === "integer" || type === "number") return "number";
  return type === "boolean" ? "boolean" : "string";
}

const isDefault = ({ status }: ResponseModel) => status === "default";
