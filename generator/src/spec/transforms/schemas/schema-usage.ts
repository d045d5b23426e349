import { isObject, type Json, type JsonObject } from "../../json.ts";
import type { CollectedOperation } from "../collect-operations.ts";
import { resolveObject } from "../resolve-ref.ts";

/** Which way a schema travels. */
export type Direction = "request" | "response";

const SCHEMAS = "#/components/schemas/";

/** The key in `components.schemas` a `$ref` names, or undefined. */
export function schemaKey(ref: Json | undefined): string | undefined {
  if (typeof ref !== "string" || ref.length === SCHEMAS.length || !ref.startsWith(SCHEMAS)) return undefined;
  const token = ref.slice(SCHEMAS.length);
  return /[%~]/.test(token) ? decode(token).replaceAll("~1", "/").replaceAll("~0", "~") : token;
}

/** The `$ref` of a key in `components.schemas`. */
export function schemaRef(key: string): string {
  const token = key.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("%", "%25").replaceAll("#", "%23");
  return `#/components/schemas/${token}`;
}

function decode(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}

/** The component schemas that travel each way, directly or inside others. */
export function schemaUsage(
  document: JsonObject,
  operations: readonly CollectedOperation[],
): Record<Direction, Set<string>> {
  const schemas = componentSchemas(document);
  const roots: Record<Direction, (Json | undefined)[]> = { request: [], response: [] };
  for (const operation of operations) {
    roots.request.push(...operation.parameters.map(({ schema }) => schema));
    roots.request.push(...(operation.body?.media.map(({ schema }) => schema) ?? []));
    for (const value of isObject(operation.operation.responses) ? Object.values(operation.operation.responses) : []) {
      const response = resolveObject(document, value);
      roots.response.push(response?.content, response?.headers);
    }
  }
  return { request: reachable(schemas, roots.request), response: reachable(schemas, roots.response) };
}

/** `components.schemas`, or an empty object. */
export function componentSchemas(document: JsonObject): JsonObject {
  const components = isObject(document.components) ? document.components : {};
  return isObject(components.schemas) ? components.schemas : {};
}

function reachable(schemas: JsonObject, roots: readonly (Json | undefined)[]): Set<string> {
  const found = new Set<string>();
  const queue: string[] = [];
  const meet = (key: string) => {
    if (found.has(key)) return;
    found.add(key);
    queue.push(key);
  };
  for (const root of roots) eachReference(root, meet);
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (Object.hasOwn(schemas, key)) eachReference(schemas[key], meet);
  }
  return found;
}

/** Keys of the component schemas that a value refers to. */
export function referencedSchemas(value: Json | undefined): Set<string> {
  const keys = new Set<string>();
  eachReference(value, (key) => keys.add(key));
  return keys;
}

/** Calls back with the key of every component schema that a value refers to, as often as it does. */
function eachReference(value: Json | undefined, meet: (key: string) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) if (item !== null && typeof item === "object") eachReference(item, meet);
  } else if (isObject(value)) {
    const key = value.$ref === undefined ? undefined : schemaKey(value.$ref);
    if (key !== undefined) meet(key);
    for (const name of Object.keys(value)) {
      const child = value[name];
      if (child !== null && typeof child === "object" && !DATA.has(name)) eachReference(child, meet);
    }
  }
}

/** Keywords whose value is data: a `$ref` in it is none. A property of such a name only costs a needless look. */
const DATA = new Set(["default", "enum", "const", "example", "examples"]);
