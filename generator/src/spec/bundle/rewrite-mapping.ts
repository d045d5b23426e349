import { isObject, type Json, type JsonObject } from "../json.ts";
import { own } from "../walk/own.ts";
import { setOwn } from "../walk/set-own.ts";
import { refTo } from "./ref-to.ts";
import type { ReferenceGraph } from "./reference-graph.ts";

/**
 * The mapping of a discriminator with every entry in normal form. Entries that lead to nothing are left out.
 *
 * @param schema the schema that has the discriminator.
 * @param warn takes the key of each entry that was left out, and why.
 * @returns undefined when nothing has to change.
 */
export function rewriteMapping(
  discriminator: Json,
  schema: Json | undefined,
  graph: ReferenceGraph,
  warn: (key: string, message: string) => void,
): JsonObject | undefined {
  const mapping = own(discriminator, "mapping");
  if (!isObject(mapping)) return undefined;
  const rewritten: JsonObject = {};
  let changed = false;
  for (const [key, ref] of Object.entries(mapping)) {
    const resolution = typeof ref === "string" ? graph.resolution(mapping, "schema", ref) : undefined;
    changed ||= resolution !== undefined;
    const meant = resolution?.to === "nothing" ? graph.schemaNamed(String(ref), schema) : resolution;
    if (meant?.to === "nothing") {
      warn(key, `The discriminator maps to ${JSON.stringify(ref)}, but ${meant.why}; the entry was left out.`);
    } else {
      setOwn(rewritten, key, meant === undefined ? (ref as Json) : refTo(meant));
    }
  }
  return changed ? rewritten : undefined;
}
