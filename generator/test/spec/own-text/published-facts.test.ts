import { readFileSync } from "node:fs";
import { type JSONValue, query } from "json-p3";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { isOwnText } from "../../../../scripts/is-own-text.ts";
import { inRepository } from "../../../src/config/in-repository.ts";
import { applyOverlay } from "../../../src/spec/overlay/apply-overlay.ts";
import { type Operation, operationsOf, overlay, ownText, resolved, type SpecDocument } from "./own-text.ts";
import { readPublished } from "./read-published.ts";

const text = readPublished();
const ours = parse(ownText) as SpecDocument;
const theirs = applyOverlay(JSON.parse(text ?? '{ "paths": {}, "components": {} }'), overlay)
  .document as unknown as SpecDocument;

// What only one of the two has is no contradiction: our text is a part of theirs, and may be ahead of their edition.
const operations = (isOwnText ? operationsOf(ours) : []).flatMap(({ route, operation }) => {
  const published = operationsOf(theirs).find((one) => one.route === route)?.operation;
  return published ? [{ route, operation, published }] : [];
});
const schemas = Object.keys((isOwnText && ours.components.schemas) || {}).flatMap((name) => {
  const published = theirs.components.schemas?.[name];
  return published ? [{ name, published }] : [];
});

describe.skipIf(!text || !isOwnText)("our own text states what is published (SAILKIT_SPECS)", () => {
  test("it has operations and schemas of theirs", () => {
    expect(operations.length).toBeGreaterThan(2);
    expect(schemas.length).toBeGreaterThan(4);
    const { upstream } = JSON.parse(readFileSync(inRepository("spec/source.json"), "utf8"));
    expect(Buffer.byteLength(text ?? "")).toBe(upstream.bytes);
    expect(theirs.info.version).toBe(upstream.version);
  });

  test.each(operations)("$route: name, tags, scopes, user levels, media types", ({ operation, published }) => {
    expect(facts(operation)).toEqual(facts(published));
  });

  test.each(operations)("$route: parameters that both have", ({ route, operation, published }) => {
    const [own, other] = [parametersOf(ours, operation), parametersOf(theirs, published)];
    const shared = [...own.keys()].filter((name) => other.has(name));
    expect(shared).toEqual([...other.keys()].filter((name) => own.has(name)));
    for (const name of shared) expect(own.get(name), `${name} of ${route}`).toEqual(other.get(name));
  });

  test.each(operations)("$route: statuses that both have, with a body where one is promised", (one) => {
    const { route, operation, published } = one;
    const statuses = Object.keys(operation.responses).filter((status) => status in published.responses);
    expect(statuses.length).toBeGreaterThan(1);
    const bodies = (document: SpecDocument, { responses }: Operation) =>
      statuses.map(
        (status) =>
          `${status} ${resolved(document, responses[status] ?? { description: "" }).content ? "body" : "empty"}`,
      );
    // They promise a body to HEAD, which HTTP forbids.
    if (!route.startsWith("HEAD ")) expect(bodies(ours, operation)).toEqual(bodies(theirs, published));
  });

  // JsonPatchOperation is corrected by the overlay; TaskStatusMessage says that its bare objects may have any key.
  test.each(schemas.filter(({ name }) => !/^(?:JsonPatchOperation|TaskStatusMessage)$/.test(name)))(
    "$name: type, format, enum, nullability and necessity of every field that both have",
    ({ name, published }) => {
      const [own, other] = [plain(ours.components.schemas?.[name]), plain(published)];
      expect(shared(own, other)).toEqual(shared(other, own));
    },
  );

  test("no sentence of ours is theirs", () => {
    const flat = (value: string) => value.replace(/[`*\s]+/g, " ").toLowerCase();
    const all = flat(JSON.stringify(JSON.parse(text ?? "")).replaceAll("\\n", " "));
    const document = ours as unknown as JSONValue;
    const sentences = [...query("$..description", document).values(), ...query("$..summary", document).values()]
      .filter((value) => typeof value === "string")
      .flatMap((value) => value.split(/(?<=[.:;])\s/))
      .map((sentence) => flat(sentence).trim())
      .filter((sentence) => sentence.split(" ").length >= 5);
    expect(sentences.length).toBeGreaterThan(20);
    expect(sentences.filter((sentence) => all.includes(sentence))).toEqual([]);
  });
});

function facts({ operationId, tags, security, requestBody, ...rest }: Operation): object {
  const levels = rest["x-sailpoint-userLevels"];
  return { operationId, tags, security, levels, body: Object.keys(requestBody?.content ?? {}) };
}

/** In their order, by name: where each goes, and the type of its value. A comma-separated string is a string. */
function parametersOf(document: SpecDocument, operation: Operation): Map<string | undefined, object> {
  const all = (operation.parameters ?? []).map((parameter) => resolved(document, parameter));
  return new Map(
    all.map(({ name, in: place, required = false, schema = {} }) => {
      const { format, ...type } = schema;
      return [name, { place, required, ...type, ...(format !== "comma-separated" && { format }) }];
    }),
  );
}

interface Plain {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

/** A schema without its wording. */
function plain(schema: unknown): Plain {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (key === "example") return undefined;
    if ((key === "title" || key === "description") && typeof value === "string") return undefined;
    return key === "required" ? value.toSorted() : value;
  });
}

/** A schema with those of its fields that another has. */
function shared(schema: Plain, other: Plain): Plain {
  if (schema.properties === undefined) return schema;
  const isShared = (field: string) => other.properties !== undefined && field in other.properties;
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(schema.properties).filter(([field]) => isShared(field))),
    required: (schema.required ?? []).filter(isShared),
  };
}
