import { isObject, type JsonObject } from "../../../spec/json.ts";
import { canonicalText } from "./canonical-text.ts";
import type { Edge } from "./difference.ts";
import { resolveParts } from "./expand-parts.ts";
import type { Part } from "./schema-view.ts";
import type { VariantMatcher } from "./variant-matcher.ts";
import { viewSchema } from "./view-schema.ts";

/**
 * Finds which members of two unions correspond: first those of the same name, then those that say the same, then those of
 * the same properties, of the same title, and at last inline ones of the same type.
 */
export function variantMatcher(oldDocument: JsonObject, newDocument: JsonObject): VariantMatcher {
  return (old, next) => {
    const pairs: Edge[] = [];
    let removed = [...old.variants];
    let added = [...next.variants];
    const matchBy = (key: (document: JsonObject, part: Part) => string | undefined) => {
      for (const part of removed) {
        const wanted = key(oldDocument, part);
        if (wanted === undefined) continue;
        const other = added.find((candidate) => key(newDocument, candidate) === wanted);
        if (!other) continue;
        pairs.push({ old: [part], new: [other], not: undefined });
        removed = removed.filter((left) => left !== part);
        added = added.filter((left) => left !== other);
      }
    };
    matchBy((_, part) => referenceOf(part));
    matchBy(content);
    matchBy(shapeOf);
    matchBy((document, part) => titleOf(document, part));
    // One that is named is another one; an inline one of the same type has changed.
    matchBy((document, part) => (referenceOf(part) === undefined ? typesOf(document, part) : undefined));
    return { pairs, added, removed };
  };
}

function referenceOf({ node }: Part): string | undefined {
  return isObject(node) && typeof node.$ref === "string" ? node.$ref : undefined;
}

function content(document: JsonObject, part: Part): string {
  const [resolved] = resolveParts(document, [part]);
  const { node } = resolved ?? part;
  if (!isObject(node)) return canonicalText(node);
  const { title: _title, description: _description, example: _example, ...rest } = node;
  return canonicalText(rest);
}

function shapeOf(document: JsonObject, part: Part): string {
  const view = viewSchema(document, [part]);
  return `${view.types?.join() ?? ""} ${view.format ?? ""} ${[...view.properties.keys()].sort().join()}`;
}

function typesOf(document: JsonObject, part: Part): string {
  return viewSchema(document, [part]).types?.join() ?? "";
}

function titleOf(document: JsonObject, part: Part): string | undefined {
  const [resolved] = resolveParts(document, [part]);
  const node = resolved?.node;
  return isObject(node) && typeof node.title === "string" && node.title !== "" ? node.title : undefined;
}
