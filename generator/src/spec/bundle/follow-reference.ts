import { isReference } from "../walk/is-reference.ts";
import { valueAt } from "../walk/value-at.ts";
import type { DocumentStore, LoadFailure } from "./document-store.ts";
import { type FoundPlace, findPlace } from "./find-place.ts";
import { identifiedSchemas } from "./identified-schemas.ts";
import { type Boundary, locateDocument } from "./locate-document.ts";
import type { LoadedDocument, Place } from "./place.ts";
import type { Reference } from "./reference.ts";
import { splitRef } from "./split-ref.ts";

/** What it takes to follow references. */
export interface Surroundings {
  readonly root: LoadedDocument;
  readonly store: DocumentStore;
  readonly boundary: Boundary;
}

/** Pointers that lead through references that lead through references: nobody writes more than a few. */
const maxDetours = 20;

/**
 * Follows one reference by one step: finds its document, loading it where it may be loaded, and the place in it. What stands
 * there may be a reference again.
 *
 * @returns undefined when nothing stands there.
 * @throws SpecRefusal when the document cannot be parsed.
 */
export async function followReference(
  reference: Reference,
  around: Surroundings,
  detours = 0,
): Promise<FoundPlace | LoadFailure | undefined> {
  const { ref, document, tokens, role } = reference;
  const named = /^[\w.-]+$/.test(ref) ? findNamed(ref, [around.root, document]) : undefined;
  if (named !== undefined && role === "mapping") return { place: named };
  const split = splitRef(ref);
  if (split.document === "") {
    return (
      findPlace(document, split.fragment, tokens, around.root) ??
      throughReference(reference, document, split.fragment, around, detours)
    );
  }
  const identified = findIdentified(split.document, [document, around.root]);
  if (identified !== undefined) {
    if ("anchor" in split.fragment) return findPlace(identified.document, split.fragment, undefined, around.root);
    const inside = { tokens: [...identified.tokens, ...split.fragment.tokens].map(String) };
    return findPlace(identified.document, inside, undefined, around.root);
  }
  const location = locateDocument(document.id, split.document, around.boundary);
  if ("unsafe" in location) return location;
  const loaded = await around.store.load(location.id);
  if ("missing" in loaded && named !== undefined) return { place: named, slip: "a bare name is no reference" };
  if (!("value" in loaded)) return loaded;
  return (
    findPlace(loaded, split.fragment, undefined, around.root) ??
    throughReference(reference, loaded, split.fragment, around, detours)
  );
}

/** A bare name means the schema of that name: by the standard in a discriminator's mapping, by habit elsewhere. */
function findNamed(name: string, documents: readonly LoadedDocument[]): Place | undefined {
  for (const document of documents) {
    const tokens = ["components", "schemas", name];
    const value = valueAt(document.value, tokens);
    if (value !== undefined) return { document, tokens, value };
  }
  return undefined;
}

/** `$ref: https://example.com/pet.json` means the schema with that `$id`, if there is one; nothing is fetched for it. */
function findIdentified(id: string, documents: readonly LoadedDocument[]): Place | undefined {
  for (const document of documents) {
    const tokens = identifiedSchemas(document.value).ids.get(id);
    const value = tokens && valueAt(document.value, tokens);
    if (tokens !== undefined && value !== undefined) return { document, tokens, value };
  }
  return undefined;
}

/** `#/components/schemas/Pet/properties/name` when `Pet` is a reference itself: goes on from where that one leads. */
async function throughReference(
  reference: Reference,
  document: LoadedDocument,
  fragment: ReturnType<typeof splitRef>["fragment"],
  around: Surroundings,
  detours: number,
): Promise<FoundPlace | LoadFailure | undefined> {
  if ("anchor" in fragment || detours >= maxDetours) return undefined;
  for (let length = fragment.tokens.length - 1; length > 0; length -= 1) {
    const tokens = fragment.tokens.slice(0, length);
    const holder = valueAt(document.value, tokens);
    if (!isReference(holder)) continue;
    const next: Reference = { ...reference, ref: holder.$ref, holder, document, tokens, role: "plain" };
    const found = await followReference(next, around, detours + 1);
    if (found === undefined || !("place" in found)) return found;
    const rest = fragment.tokens.slice(length);
    const inside = { tokens: [...found.place.tokens, ...rest].map(String) };
    return (
      findPlace(found.place.document, inside, undefined, around.root) ??
      throughReference(reference, found.place.document, inside, around, detours + 1)
    );
  }
  return undefined;
}
