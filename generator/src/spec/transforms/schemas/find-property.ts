import { isObject, type Json, type JsonObject } from "../../json.ts";
import type { ConvertContext } from "./conversion.ts";
import { requiredNames } from "./schema-facts.ts";
import { schemaKey } from "./schema-usage.ts";

/** A property that a schema has itself or takes from one it extends. */
export interface FoundProperty {
  readonly schema: Json;
  /** Whether the schema that defines it requires it too. */
  readonly required: boolean;
}

/** Looks a property up in a schema and in everything it is `allOf`, through references; undefined where it has none. */
export function findProperty(
  schema: Json | undefined,
  name: string,
  context: Pick<ConvertContext, "lookUp">,
): FoundProperty | undefined {
  const seen = new Set<JsonObject>();
  const queue: (Json | undefined)[] = [schema];
  let found: FoundProperty | undefined;
  for (let part = queue.shift(); queue.length > 0 || part !== undefined; part = queue.shift()) {
    if (!isObject(part) || seen.has(part)) continue;
    seen.add(part);
    const key = schemaKey(part.$ref);
    if (key !== undefined) queue.push(context.lookUp(key));
    if (isObject(part.properties) && Object.hasOwn(part.properties, name)) {
      const required = requiredNames(part).includes(name);
      if (found === undefined || required) found = { schema: part.properties[name] as Json, required };
    }
    if (Array.isArray(part.allOf)) queue.push(...part.allOf);
  }
  return found;
}

/** Whether a property is left out of what travels this way: `readOnly` of what is sent, `writeOnly` of what is answered. */
export function isSkipped(property: Json | undefined, context: Pick<ConvertContext, "lookUp" | "direction">): boolean {
  const keyword = context.direction === "request" ? "readOnly" : "writeOnly";
  let schema = property;
  for (let hops = 0; isObject(schema) && hops < 50; hops += 1) {
    if (schema[keyword] === true) return true;
    const [only, ...others] = Array.isArray(schema.allOf) ? schema.allOf : [];
    const key = schemaKey(schema.$ref);
    schema = key === undefined ? (others.length === 0 ? only : undefined) : context.lookUp(key);
  }
  return false;
}
