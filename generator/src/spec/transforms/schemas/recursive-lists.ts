import { isObject, type Json, type JsonObject } from "../../json.ts";
import { schemaKey } from "./schema-usage.ts";
import { stronglyConnected } from "./strongly-connected.ts";

/**
 * Finds component schemas that contain themselves through nothing but lists: JSON is, among others, an array of JSON.
 * TypeScript takes such a type only as an alias that refers to itself by name, not as a property of an interface.
 *
 * @returns whether a schema refers to another so that the alias must stand instead; the same key twice for the schema itself
 */
export function recursiveLists(schemas: JsonObject): (self: string, target: string) => boolean {
  const edges = new Map(Object.entries(schemas).map(([key, schema]) => [key, eagerRefs(schema)]));
  const component = stronglyConnected(edges);
  const throughList = new Set<number>();
  for (const [self, refs] of edges) {
    const own = component.get(self);
    for (const [target, inList] of refs)
      if (inList && own !== undefined && component.get(target) === own) throughList.add(own);
  }
  return (self, target) => {
    const own = component.get(self);
    return own !== undefined && throughList.has(own) && component.get(target) === own;
  };
}

/** The component schemas that TypeScript looks at to know a type: all but those of properties; and whether a list is between. */
function eagerRefs(schema: Json | undefined): Map<string, boolean> {
  const refs = new Map<string, boolean>();
  const visit = (value: Json | undefined, inList: boolean) => {
    if (!isObject(value)) return;
    const key = schemaKey(value.$ref);
    if (key !== undefined) refs.set(key, inList || refs.get(key) === true);
    for (const member of [value.allOf, value.anyOf, value.oneOf].filter(Array.isArray).flat()) visit(member, inList);
    for (const item of [value.items, value.prefixItems].flat()) visit(item, true);
  };
  visit(schema, false);
  return refs;
}
