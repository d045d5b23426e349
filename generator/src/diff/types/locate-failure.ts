import type { Json, JsonObject } from "../../spec/json.ts";
import { toPointer } from "../../spec/json-pointer.ts";
import { componentSchemas } from "../../spec/transforms/schemas/schema-usage.ts";
import type { SpecSide } from "../spec-side.ts";
import { readOperations } from "../wire/read-operations.ts";
import { resolveParts } from "../wire/schema/expand-parts.ts";
import type { Part } from "../wire/schema/schema-view.ts";
import { viewSchema } from "../wire/schema/view-schema.ts";
import type { SpecOperation } from "../wire/spec-operation.ts";
import type { TypeUnit } from "./type-unit.ts";

/** A pointer, and how much of a path in a type it stands for. */
interface Place {
  readonly pointer: string;
  readonly depth: number;
}

/** Finds where a place in a type comes from in a spec: what a property refers to, where it refers to something. */
export function failureLocator({ document, prepared }: SpecSide): (unit: TypeUnit, path: readonly string[]) => string {
  let operations: Map<string, SpecOperation> | undefined;
  return (unit, path) => {
    if (unit.kind === "servers") return "/servers";
    if (unit.kind === "model" || unit.kind === "split") return modelPlace(document, unit.subject, path).pointer;
    operations ??= new Map(
      readOperations(document, prepared.client.operations).map((operation) => [operation.model.name, operation]),
    );
    const operation = operations.get(unit.subject);
    if (!operation) return "";
    if (unit.kind === "init") return initPlace(document, operation, path);
    const isWanted = (status: string) => status.startsWith("2") === (unit.kind === "data");
    const bodies = operation.responses
      .filter(({ status }) => isWanted(status) || status === "default")
      .flatMap(({ media }) => media.map(({ schema, pointer }) => follow(document, schema, pointer, path)));
    return path.length > 0 ? deepest(bodies, operation.model.pointer) : `${operation.model.pointer}/responses`;
  };
}

function modelPlace(document: JsonObject, key: string, path: readonly string[]): Place {
  const schemas = componentSchemas(document);
  const source = Object.hasOwn(schemas, key) ? key : key.replace(/(?:Request)?Input$/, "");
  const pointer = toPointer(["components", "schemas", source]);
  if (!Object.hasOwn(schemas, source)) return { pointer, depth: 0 };
  return follow(document, [{ node: schemas[source] as Json, pointer }], pointer, path);
}

function initPlace(document: JsonObject, operation: SpecOperation, path: readonly string[]): string {
  const [member, place, name, ...rest] = path;
  if (member === "params") {
    const parameter = operation.parameters.find((one) => one.in === place && (name === undefined || one.name === name));
    if (!parameter) return operation.model.pointer;
    return rest.length > 0 ? follow(document, parameter.schema, parameter.pointer, rest).pointer : parameter.pointer;
  }
  const { body } = operation;
  if (!body) return operation.model.pointer;
  const places = body.media.map(({ schema, pointer }) => follow(document, schema, pointer, path.slice(1)));
  return path.length > 1 ? deepest(places, body.pointer) : body.pointer;
}

function deepest(places: readonly Place[], otherwise: string): string {
  return places.reduce((best, place) => (place.depth > best.depth ? place : best), { pointer: otherwise, depth: 0 })
    .pointer;
}

/** Goes down a schema as far as it knows the path. */
function follow(document: JsonObject, start: readonly Part[], pointer: string, path: readonly string[]): Place {
  let place: Place = { pointer, depth: 0 };
  let parts = resolveParts(document, start);
  for (const [index, token] of path.entries()) {
    const found = step(document, parts, token);
    if (!found) break;
    parts = resolveParts(document, found);
    place = { pointer: viewSchema(document, parts).pointer, depth: index + 1 };
  }
  return place;
}

function step(document: JsonObject, parts: readonly Part[], token: string, depth = 0): readonly Part[] | undefined {
  const view = viewSchema(document, parts);
  const found =
    view.properties.get(token) ??
    (token === "[]" ? view.items : token === "{}" && Array.isArray(view.additional) ? view.additional : undefined);
  if (found || depth > 4) return found;
  for (const variant of view.variants) {
    const below = step(document, [variant], token, depth + 1);
    if (below) return below;
  }
  return undefined;
}
