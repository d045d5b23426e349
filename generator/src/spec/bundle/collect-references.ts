import { isObject, type Json } from "../json.ts";
import { isReference } from "../walk/is-reference.ts";
import type { Kind } from "../walk/kind.ts";
import { own } from "../walk/own.ts";
import { sectionOf } from "../walk/section-of.ts";
import { walkSpec } from "../walk/walk-spec.ts";
import type { LoadedDocument, Place } from "./place.ts";
import type { Reference } from "./reference.ts";

/**
 * Lists the references at the typed places of a value, and those in mappings of discriminators.
 *
 * @param kind what the value is.
 * @param isSettled tells the references that are in normal form already; they are left out, except for those that are a
 * whole entry of the components (schemas apart), since such entries give way to what they refer to.
 * @param siblingsCount whether keys beside a schema's `$ref` mean something; where they do not, they are not looked into.
 */
export function collectReferences(
  kind: Kind,
  place: Place,
  isSettled: (document: LoadedDocument, kind: Kind, ref: string) => boolean,
  siblingsCount: boolean,
): Reference[] {
  const { document } = place;
  const found: Reference[] = [];
  walkSpec(
    place.value,
    (at, value, tokens) => {
      if (isReference(value)) {
        const below = sectionOf(at) !== undefined && !(at === "schema" && siblingsCount) ? "skip" : undefined;
        const entry = kind === "document" && tokens.length === 3 && tokens[0] === "components";
        if (isSettled(document, at, value.$ref) && !(entry && at !== "schema")) return below;
        const role = entry ? "entry" : "plain";
        found.push({ kind: at, ref: value.$ref, holder: value, document, tokens: [...place.tokens, ...tokens], role });
        return below;
      }
      if (at === "discriminator") {
        for (const [key, ref, holder] of mappingOf(value)) {
          if (isSettled(document, "schema", ref)) continue;
          const all = [...place.tokens, ...tokens, "mapping", key];
          found.push({ kind: "schema", ref, holder, document, tokens: all, role: "mapping" });
        }
      }
      return undefined;
    },
    kind,
  );
  return found;
}

function mappingOf(discriminator: Json) {
  const mapping = own(discriminator, "mapping");
  if (!isObject(mapping)) return [];
  return Object.entries(mapping).flatMap(([key, ref]) =>
    typeof ref === "string" ? [[key, ref, mapping] as const] : [],
  );
}
