import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { inRepository } from "../../../src/config/in-repository.ts";

/** JSON that is read by path: a wrong path fails the test. */
type Json = ReturnType<typeof JSON.parse>;

/** A schema, as far as tests look at it. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  enum?: unknown[];
  items?: Schema;
}

interface Parameter {
  $ref?: string;
  in?: string;
  name?: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
  example?: string;
  "x-sailkit-filters"?: Record<string, { operators: string[]; type: string; enum?: string[] }>;
  "x-sailkit-sorters"?: string[];
}

interface Response {
  $ref?: string;
  description?: string;
  headers?: object;
  content?: Record<string, { schema: Schema }>;
}

/** The parts of an operation that tests look at. */
export interface Operation {
  operationId: string;
  summary: string;
  tags: string[];
  deprecated?: boolean;
  "x-deprecated-description"?: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema; examples: Record<string, { value: unknown }> }> };
  security: Record<string, string[]>[];
  "x-sailpoint-userLevels": string[];
  responses: Record<string, Response>;
}

/** An OpenAPI document, as far as tests look at it. */
export interface SpecDocument {
  info: { version: string };
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, Json>>;
}

/** The spec as it is written. */
export const ownText = readFileSync(inRepository("spec/openapi.beta.yaml"), "utf8");

/** The overlay, parsed. */
export const overlay = parse(readFileSync(inRepository("spec/overlay.beta.yaml"), "utf8"));

/** The operations of a document, each with its route such as `GET /tasks`. */
export function operationsOf(document: SpecDocument): { route: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })),
  );
}

/** The object itself, or the component it refers to. */
export function resolved<T extends { $ref?: string }>(document: SpecDocument, object: T): T {
  if (!object.$ref) return object;
  return object.$ref
    .slice(2)
    .split("/")
    .reduce<Json>((node, key) => node[key], document);
}
