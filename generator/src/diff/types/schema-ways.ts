import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { componentSchemas } from "../../spec/transforms/schemas/schema-usage.ts";
import type { Direction } from "../change.ts";
import { referencesIn } from "../references-in.ts";
import { preparedOperations } from "./prepared-operations.ts";

/** By key of a prepared component schema: which functions send it, and which answer it. */
export type SchemaWays = ReadonlyMap<string, Readonly<Record<Direction, ReadonlySet<string>>>>;

/**
 * Which way component schemas travel, and for whom.
 * @param keys those asked for
 */
export function schemaWays(types: JsonObject, keys: ReadonlySet<string>): SchemaWays {
  const schemas = componentSchemas(types);
  const below = new Map<string, ReadonlySet<string>>();
  const reached = (root: Json | undefined) => {
    const found = new Set<string>();
    const queue = [...referencesIn(root)];
    for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
      if (found.has(key)) continue;
      found.add(key);
      const used = below.get(key) ?? referencesIn(schemas[key]);
      below.set(key, used);
      queue.push(...used);
    }
    return found;
  };
  const ways = new Map([...keys].map((key) => [key, { request: new Set<string>(), response: new Set<string>() }]));
  for (const [name, { node }] of preparedOperations(types)) {
    const sent = reached([node.parameters ?? null, node.requestBody ?? null]);
    const answered = reached(bodies(node.responses));
    for (const key of sent) ways.get(key)?.request.add(name);
    for (const key of answered) ways.get(key)?.response.add(name);
  }
  return ways;
}

/** The bodies of responses: types of headers are names only. */
function bodies(responses: Json | undefined): Json[] {
  return Object.values(isObject(responses) ? responses : {}).map((response) =>
    isObject(response) ? (response.content ?? null) : null,
  );
}
