import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { ALIASES_KEY } from "../../spec/transforms/prepare-types.ts";
import { componentSchemas } from "../../spec/transforms/schemas/schema-usage.ts";
import { differingSchemas } from "../differing-schemas.ts";
import { referencesIn } from "../references-in.ts";
import { sameValue } from "../same-value.ts";
import { preparedOperations } from "./prepared-operations.ts";
import type { TypeScope } from "./type-scope.ts";
import { typeText } from "./type-text.ts";

/** Finds what differs between the types of two specs, without making them. */
export function findScope(old: JsonObject, next: JsonObject): TypeScope {
  const before = componentSchemas(old);
  const after = componentSchemas(next);
  const changed = differingSchemas(before, after, sameType, [...aliased(old), ...aliased(next)]);
  const earlier = preparedOperations(old);
  const operations = new Set<string>();
  for (const [name, { node }] of preparedOperations(next)) {
    const known = earlier.get(name);
    if (known && !sameType(known.node, node)) operations.add(name);
  }
  const roots = [old, next].flatMap((document) => {
    const all = preparedOperations(document);
    return [...operations].map((name) => all.get(name)?.node);
  });
  const changedNodes = [...changed].flatMap((key) => [before[key], after[key]]);
  return { changed, operations, shared: sharedSchemas(after, changed, [...roots, ...changedNodes]) };
}

function sameType(old: Json | undefined, next: Json | undefined): boolean {
  return sameValue(old, next) || typeText(old) === typeText(next);
}

/** Keys of schemas that refer to each other by the names of type aliases, in which no reference can be seen. */
function aliased(types: JsonObject): string[] {
  return Object.keys(isObject(types[ALIASES_KEY]) ? types[ALIASES_KEY] : {});
}

function sharedSchemas(schemas: JsonObject, changed: ReadonlySet<string>, roots: (Json | undefined)[]): JsonObject {
  const shared: JsonObject = {};
  const queue = [...roots];
  while (queue.length > 0) {
    for (const key of referencesIn(queue.pop())) {
      if (changed.has(key) || Object.hasOwn(shared, key) || !Object.hasOwn(schemas, key)) continue;
      shared[key] = schemas[key];
      queue.push(schemas[key]);
    }
  }
  return shared;
}
