import { isObject, type Json } from "../json.ts";
import { own } from "../walk/own.ts";
import { valueAt } from "../walk/value-at.ts";
import { identifiedSchemas } from "./identified-schemas.ts";
import type { LoadedDocument, Place } from "./place.ts";
import type { SplitRef } from "./split-ref.ts";

type Tokens = readonly (string | number)[];

/** A place, and what had to be overlooked to find it there. */
export interface FoundPlace {
  readonly place: Place;
  readonly slip?: string;
}

/**
 * Finds the place of a document that a fragment means: by JSON pointer, by anchor, or relative to the schema around the
 * reference, as JSON Schema has it for schemas with an `$id`. Where nothing stands there, the meanings that hand-written
 * documents commonly have are tried; they are reported as slips.
 *
 * @param holder where the reference stands, if it is in the same document.
 * @param root the spec itself.
 */
export function findPlace(
  document: LoadedDocument,
  fragment: SplitRef["fragment"],
  holder: Tokens | undefined,
  root: LoadedDocument,
): FoundPlace | undefined {
  if ("anchor" in fragment) return findAnchor(document, fragment.anchor);
  const direct = at(document, fragment.tokens);
  // A schema cannot mean the whole OpenAPI document.
  if (direct !== undefined && !(fragment.tokens.length === 0 && document === root)) return { place: direct };
  return (
    (holder && findAround(document, fragment.tokens, holder)) ??
    findInRoot(document, fragment.tokens, root) ??
    findAmongSchemas(fragment.tokens, root)
  );
}

function findAnchor(document: LoadedDocument, anchor: string): FoundPlace | undefined {
  const tokens = identifiedSchemas(document.value).anchors.get(anchor);
  const place = tokens && at(document, tokens);
  if (place !== undefined) return { place };
  const unslashed = at(document, anchor.split("/"));
  return unslashed && { place: unslashed, slip: "the slash after # is missing" };
}

/** `#/$defs/x` inside a schema means that schema's own `$defs` when it has an `$id`, and usually also when it has none. */
function findAround(document: LoadedDocument, tokens: Tokens, holder: Tokens): FoundPlace | undefined {
  if (tokens.length === 0) return undefined;
  for (let length = holder.length - 1; length > 0; length -= 1) {
    const around = holder.slice(0, length);
    const place = at(document, [...around, ...tokens]);
    if (place === undefined) continue;
    const identified = own(valueAt(document.value, around), "$id") !== undefined;
    return identified ? { place } : { place, slip: "it is only right relative to the schema around it" };
  }
  return undefined;
}

/** In one file of many, `#/components/...` often means the components of the main file. */
function findInRoot(document: LoadedDocument, tokens: Tokens, root: LoadedDocument): FoundPlace | undefined {
  if (document === root || tokens.length === 0) return undefined;
  const place = at(root, tokens);
  return place && { place, slip: "it is only right in the main file of the spec" };
}

/** `#/definitions/Pet` is where Swagger 2.0 had it. */
function findAmongSchemas(tokens: Tokens, root: LoadedDocument): FoundPlace | undefined {
  const name = tokens[1];
  if (tokens.length !== 2 || name === undefined || (tokens[0] !== "definitions" && tokens[0] !== "schemas"))
    return undefined;
  const place = at(root, ["components", "schemas", name]);
  return place && { place, slip: "schemas stand under #/components/schemas" };
}

function at(document: LoadedDocument, tokens: Tokens): Place | undefined {
  const value = valueAt(document.value, tokens);
  return value === undefined ? undefined : { document, tokens: canonical(document.value, tokens), value };
}

/** Array indexes as numbers, as the walker has them. */
function canonical(document: Json, tokens: Tokens): Tokens {
  let value: Json | undefined = document;
  return tokens.map((token) => {
    const isIndex = Array.isArray(value);
    value = isObject(value) || isIndex ? own(value, token) : undefined;
    return isIndex ? Number(token) : token;
  });
}
