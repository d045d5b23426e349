import { isObject, type Json, type JsonObject } from "../../../src/spec/json.ts";
import { resolve } from "./resolve.ts";
import type { SpecMedia, SpecOperation, SpecParameter, SpecResponse } from "./spec-operation.ts";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** Fetch sends no body with these, so a body the spec declares for them cannot be expected. */
const BODILESS = new Set(["get", "head", "trace"]);

/** Header parameters that OpenAPI says to ignore. https://spec.openapis.org/oas/v3.0.4.html#parameter-name */
const IGNORED = new Set(["accept", "content-type", "authorization"]);

/** Every operation under `paths` of a bundled spec. */
export function listOperations(document: JsonObject): SpecOperation[] {
  const paths = isObject(document.paths) ? document.paths : {};
  return Object.keys(paths)
    .filter((path) => !path.startsWith("x-"))
    .flatMap((path) => {
      const item = resolve(document, paths[path]);
      return METHODS.filter((method) => isObject(item[method])).map((method) => read(document, path, method, item));
    });
}

function read(document: JsonObject, path: string, method: string, item: JsonObject): SpecOperation {
  const operation = item[method] as JsonObject;
  const body = resolve(document, operation.requestBody);
  const own = [operation.servers, item.servers].find((servers) => Array.isArray(servers) && servers.length > 0);
  return {
    pointer: `/paths/${path.replaceAll("~", "~0").replaceAll("/", "~1")}/${method}`,
    path,
    method,
    parameters: parameters(document, item, operation),
    bodyRequired: body.required === true,
    body: BODILESS.has(method) ? [] : media(document, body.content),
    responses: responses(document, operation.responses),
    servers: objects(own ?? document.servers),
    ownServers: own !== undefined,
  };
}

function parameters(document: JsonObject, item: JsonObject, operation: JsonObject): SpecParameter[] {
  const found = new Map<string, SpecParameter>();
  for (const value of [item.parameters, operation.parameters].flatMap((list) => (Array.isArray(list) ? list : []))) {
    const source = resolve(document, value);
    const { name, in: place } = source;
    if (typeof name !== "string" || name === "") continue;
    if (place !== "query" && place !== "path" && place !== "header" && place !== "cookie") continue;
    if (place === "header" && IGNORED.has(name.toLowerCase())) continue;
    const required = source.required === true || place === "path";
    found.set(`${place}:${place === "header" ? name.toLowerCase() : name}`, { name, in: place, required, source });
  }
  return [...found.values()];
}

function media(document: JsonObject, content: Json | undefined): SpecMedia[] {
  if (!isObject(content)) return [];
  return Object.entries(content)
    .filter(([type]) => type.trim() !== "")
    .map(([type, value]) => ({ type, source: resolve(document, value) }));
}

function responses(document: JsonObject, value: Json | undefined): SpecResponse[] {
  if (!isObject(value)) return [];
  return Object.entries(value)
    .filter(([status]) => /^(?:[1-5]\d\d|[1-5]XX|default)$/i.test(status))
    .map(([status, entry]) => ({
      status: status.toUpperCase(),
      media: media(document, resolve(document, entry).content),
    }));
}

const objects = (value: Json | undefined): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);
