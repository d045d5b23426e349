import { isObject, type Json, type JsonObject } from "../../json.ts";
import type { CollectedOperation } from "../collect-operations.ts";
import { resolveObject } from "../resolve-ref.ts";

/** Which way a schema travels. */
export type Direction = "request" | "response";

const SCHEMA_REF = /^#\/components\/schemas\/(.+)$/;

/** The key in `components.schemas` a `$ref` names, or undefined. */
export function schemaKey(ref: Json | undefined): string | undefined {
  const match = typeof ref === "string" ? SCHEMA_REF.exec(ref) : null;
  return match?.[1] === undefined ? undefined : decode(match[1]).replaceAll("~1", "/").replaceAll("~0", "~");
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
  const queue = [...roots];
  while (queue.length > 0) {
    for (const key of referencedSchemas(queue.pop())) {
      if (found.has(key)) continue;
      found.add(key);
      queue.push(Object.hasOwn(schemas, key) ? schemas[key] : undefined);
    }
  }
  return found;
}

/** Keys of the component schemas that a schema refers to. */
export function referencedSchemas(root: Json | undefined): Set<string> {
  const keys = new Set<string>();
  const queue: (Json | undefined)[] = [root];
  while (queue.length > 0) {
    const value = queue.pop();
    if (Array.isArray(value)) queue.push(...value);
    if (!isObject(value)) continue;
    const key = schemaKey(value.$ref);
    if (key !== undefined) keys.add(key);
    for (const [name, child] of Object.entries(value)) if (!DATA.has(name)) queue.push(child);
  }
  return keys;
}

/** Keywords whose value is data: a `$ref` in it is none. A property of such a name only costs a needless look. */
const DATA = new Set(["example", "default", "enum", "const"]);
