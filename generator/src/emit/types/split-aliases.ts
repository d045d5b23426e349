import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { ALIASES_KEY } from "../../spec/transforms/prepare-types.ts";
import { typed } from "../../spec/transforms/schemas/typed.ts";

/** A prepared spec whose recursive lists are names of type aliases, and the schemas of these aliases, by name. */
export function splitAliases(prepared: JsonObject): { document: JsonObject; aliases: Map<string, Json> } {
  const named = isObject(prepared[ALIASES_KEY]) ? Object.entries(prepared[ALIASES_KEY]) : [];
  const components = isObject(prepared.components) ? prepared.components : {};
  const schemas = isObject(components.schemas) ? { ...components.schemas } : {};
  const aliases = new Map<string, Json>();
  for (const [key, name] of named) {
    aliases.set(String(name), schemas[key] ?? {});
    schemas[key] = typed(String(name));
  }
  return { document: { ...prepared, components: { ...components, schemas } }, aliases };
}
