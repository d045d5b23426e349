import {
  type BodyModel,
  METHODS,
  type Method,
  type ParameterModel,
  type ResponseModel,
} from "../../model/client-model.ts";
import type { Finding } from "../finding.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { toPointer } from "../json-pointer.ts";
import { mediaTypes } from "./media-types.ts";
import { parameterStyle } from "./parameter-style.ts";
import { alignPathParameters } from "./path-parameters.ts";
import { resolveObject } from "./resolve-ref.ts";
import { withoutNotations } from "./without-notations.ts";

/** One operation of the spec with everything it inherits or refers to put in place; not yet named. */
export interface CollectedOperation {
  readonly pointer: string;
  readonly path: string;
  readonly method: Method;
  readonly operation: JsonObject;
  readonly pathItem: JsonObject;
  readonly parameters: readonly ParameterModel[];
  readonly body: BodyModel | undefined;
  readonly responses: readonly ResponseModel[];
}

/** Header parameters that OpenAPI says to ignore: they follow from media types and security. */
const IGNORED_HEADERS = new Set(["accept", "content-type", "authorization"]);

/** Every operation under `paths`, by path and method. */
export function collectOperations(document: JsonObject, findings: Finding[]): CollectedOperation[] {
  const paths = isObject(document.paths) ? document.paths : {};
  return Object.entries(paths).flatMap(([path, value]) => {
    const pathItem = resolveObject(document, value);
    if (!pathItem || path.startsWith("x-")) return [];
    return METHODS.filter((method) => isObject(pathItem[method])).map((method) =>
      collectOperation(document, path, method, pathItem, findings),
    );
  });
}

function collectOperation(
  document: JsonObject,
  path: string,
  method: Method,
  pathItem: JsonObject,
  findings: Finding[],
): CollectedOperation {
  const operation = pathItem[method] as JsonObject;
  const pointer = toPointer(["paths", path, method]);
  const stated = statedParameters(document, pathItem, operation);
  const inPath = alignPathParameters(
    path,
    stated.filter((parameter) => parameter.in === "path"),
    pointer,
  );
  findings.push(...inPath.findings);
  const parameters = [...inPath.parameters, ...stated.filter((parameter) => parameter.in !== "path")];
  return {
    pointer,
    path,
    method,
    operation,
    pathItem,
    parameters: parameters.map((parameter) => parameterModel(document, parameter)),
    body: bodyModel(document, method, operation.requestBody, pointer, findings),
    responses: responseModels(document, operation.responses),
  };
}

/** Parameters of the path item and the operation; the operation's win, and so does the later one of two alike. */
function statedParameters(document: JsonObject, pathItem: JsonObject, operation: JsonObject): JsonObject[] {
  const byKey = new Map<string, JsonObject>();
  for (const value of [pathItem.parameters, operation.parameters].filter(Array.isArray).flat()) {
    const parameter = resolveObject(document, value);
    if (typeof parameter?.name !== "string" || parameter.name === "") continue;
    if (!["query", "path", "header", "cookie"].includes(String(parameter.in))) continue;
    const name = parameter.in === "header" ? parameter.name.toLowerCase() : parameter.name;
    if (parameter.in === "header" && IGNORED_HEADERS.has(name)) continue;
    byKey.set(`${parameter.in} ${name}`, parameter);
  }
  return [...byKey.values()];
}

function parameterModel(document: JsonObject, parameter: JsonObject): ParameterModel {
  const content = isObject(parameter.content) ? Object.values(parameter.content)[0] : undefined;
  const schema = isObject(content) ? content.schema : parameter.schema;
  return {
    name: String(parameter.name),
    in: parameter.in as ParameterModel["in"],
    required: parameter.required === true || parameter.in === "path",
    description: text(parameter.description),
    deprecated: parameter.deprecated === true,
    schema: isObject(schema) ? schema : undefined,
    default: defaultOf(document, schema),
    style: parameterStyle(document, parameter),
    source: parameter,
  };
}

/** The default of a schema, or of the one it refers to. */
function defaultOf(document: JsonObject, schema: Json | undefined): Json | undefined {
  return isObject(schema) && schema.default !== undefined ? schema.default : resolveObject(document, schema)?.default;
}

function bodyModel(
  document: JsonObject,
  method: Method,
  value: Json | undefined,
  pointer: string,
  findings: Finding[],
): BodyModel | undefined {
  const requestBody = resolveObject(document, value);
  const media = mediaTypes(document, requestBody?.content);
  if (!requestBody || media.length === 0) return undefined;
  if (method === "get" || method === "head" || method === "trace") {
    findings.push({
      severity: "warning",
      rule: "body-not-sendable",
      pointer: `${pointer}/requestBody`,
      message: `A ${method.toUpperCase()} request has no body that fetch could send; the body is left out.`,
      hint: "Move the values to query parameters, or use another method.",
    });
    return undefined;
  }
  return { required: requestBody.required === true, description: text(requestBody.description), media };
}

function responseModels(document: JsonObject, value: Json | undefined): ResponseModel[] {
  if (!isObject(value)) return [];
  return Object.entries(value)
    .filter(([status]) => /^(?:[1-5]\d\d|[1-5]XX|default)$/i.test(status))
    .map(([status, entry]) => {
      const response = resolveObject(document, entry) ?? {};
      return {
        status: /xx$/i.test(status) ? status.toUpperCase() : status.toLowerCase(),
        description: text(response.description),
        media: withoutNotations(mediaTypes(document, response.content)),
        headers: isObject(response.headers) ? Object.keys(response.headers) : [],
      };
    });
}

/** A string of the spec, or an empty one for anything else. */
export function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
