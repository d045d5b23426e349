import { readdirSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { inRepository } from "../../src/config/in-repository.ts";
import { isObject, type Json, type JsonObject } from "../../src/spec/json.ts";
import { toPointer } from "../../src/spec/json-pointer.ts";
import { readSpec } from "../../src/spec/read/read-spec.ts";
import { setOwn } from "../../src/spec/walk/set-own.ts";
import { hostileDocument } from "./hostile-document.ts";
import { payloads } from "./payloads.ts";

/** A spec, and what is changed in it. */
export interface Mutant {
  /** File name of the spec. */
  readonly base: string;
  readonly openapi: string;
  readonly changes: readonly Change[];
}

/** One change: what stands at the place `at` (a number that picks one) becomes something else. */
interface Change {
  readonly at: number;
  readonly kind: "value" | "key" | "remove" | "copy" | "move";
  /** What is put there, or the name its key gets. */
  readonly value: Json;
  /** Picks the place that is copied or moved from. */
  readonly from: number;
}

/** Name of the spec that has text in every position; there is most to change in it. */
const EVERYWHERE = "every-position";

/** Whole specs of one feature each, the one of this project, and one with text in every position. */
export async function loadBases(): Promise<ReadonlyMap<string, JsonObject>> {
  const folder = inRepository("generator/test/fixtures/features");
  const files = readdirSync(folder)
    .filter((file) => /\.(?:ya?ml|json)$/.test(file))
    .map((file) => path.join(folder, file));
  const specs = await Promise.all([...files, inRepository("spec/openapi.beta.yaml")].map((file) => readSpec(file)));
  const bases = new Map(specs.map(({ file, document }) => [path.basename(file), document]));
  return bases.set(EVERYWHERE, hostileDocument("3.1.0", ["plain", "text"]));
}

const text = fc.constantFrom(...payloads.map((payload) => payload.text));
const nasty: fc.Arbitrary<Json> = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e21,
    "",
    [],
    {},
    [null],
    [[]],
    [""],
    { $ref: "" },
    { type: "null" },
  ),
  fc.constantFrom("object", "array", "string", "null", "integer", "boolean", "header", "query", "path", "cookie"),
  fc
    .constantFrom("#", "#/", "#/components/schemas/Gone", "gone.yaml", "../x.yaml", "http://127.0.0.1:9/")
    .map((target): Json => ({ $ref: target })),
  fc.constantFrom<Json>(
    { allOf: [{ $ref: "#/components/schemas/A" }] },
    { type: ["string", "null"], enum: ["a", null] },
    { type: "array", items: { type: "array" } },
    { type: "object", additionalProperties: { $ref: "#/components/schemas/A" } },
    { oneOf: [{ const: 1 }, { type: "string" }], discriminator: { propertyName: "kind" } },
  ),
  fc.json({ maxDepth: 2 }).map((json): Json => JSON.parse(json)),
);

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  kind: fc.constantFrom<Change["kind"]>("value", "value", "key", "key", "remove", "copy", "move"),
  value: nasty,
  from: fc.nat(),
});

/** Mutants of any of the specs, by their names. */
export function mutantOf(bases: readonly string[]): fc.Arbitrary<Mutant> {
  return fc.record({
    base: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...bases) }, fc.constant(EVERYWHERE)),
    openapi: fc.constantFrom("3.0.3", "3.1.0"),
    changes: fc.array(change, { minLength: 1, maxLength: 4 }),
  });
}

/** The spec of a mutant. */
export function mutate(bases: ReadonlyMap<string, JsonObject>, { base, openapi, changes }: Mutant): JsonObject {
  const document = { ...structuredClone(bases.get(base)), openapi } as JsonObject;
  for (const { at, kind, value, from } of changes) {
    const places = placesOf(document);
    const place = places[at % places.length];
    if (!place) continue;
    const source = places[from % places.length];
    if (kind === "value") put(place, structuredClone(value));
    else if (kind === "remove") remove(place);
    else if (kind === "key") rename(place, typeof value === "string" ? value : JSON.stringify(value));
    else if (source && kind === "copy") put(place, structuredClone(standsAt(source)));
    // A reference to what stands elsewhere.
    else if (source) put(place, { $ref: `#${encodeURI(toPointer(source.way).replace(/\p{Cs}/gu, ""))}` });
  }
  return document;
}

interface Place {
  readonly parent: JsonObject | Json[];
  readonly key: string | number;
  readonly way: readonly (string | number)[];
}

/** Every place below the root, in the order of the document; the version stays what it is. */
function placesOf(document: JsonObject): Place[] {
  const places: Place[] = [];
  const walk = (parent: JsonObject | Json[], way: readonly (string | number)[]) => {
    for (const key of Array.isArray(parent) ? parent.keys() : Object.keys(parent)) {
      const place: Place = { parent, key, way: [...way, key] };
      if (place.way[0] === "openapi" || place.way.length > 40) continue;
      places.push(place);
      const child = standsAt(place);
      if (isObject(child) || Array.isArray(child)) walk(child, place.way);
    }
  };
  walk(document, []);
  return places;
}

function standsAt({ parent, key }: Place): Json {
  return (parent as Record<string | number, Json>)[key] as Json;
}

function put({ parent, key }: Place, value: Json): void {
  if (Array.isArray(parent)) parent[Number(key)] = value;
  else setOwn(parent, String(key), value);
}

function remove({ parent, key }: Place): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[String(key)];
}

function rename(place: Place, name: string): void {
  const { parent } = place;
  if (Array.isArray(parent)) put(place, name);
  else {
    const value = standsAt(place);
    remove(place);
    setOwn(parent, name, value);
  }
}
