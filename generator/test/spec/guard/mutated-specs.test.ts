import fc from "fast-check";
import { expect, test } from "vitest";
import { bundleSpec } from "../../../src/spec/bundle/bundle-spec.ts";
import { guardSpec } from "../../../src/spec/guard/guard-spec.ts";
import { isObject, type Json, type JsonObject } from "../../../src/spec/json.ts";
import { fromPointer } from "../../../src/spec/json-pointer.ts";
import { SpecRefusal } from "../../../src/spec/spec-refusal.ts";
import { DocumentEditor } from "../../../src/spec/walk/document-editor.ts";
import { isReference } from "../../../src/spec/walk/is-reference.ts";
import { valueAt } from "../../../src/spec/walk/value-at.ts";
import { walkSpec } from "../../../src/spec/walk/walk-spec.ts";

const ref = (target: string) => ({ $ref: `#/${target}` });

/** A little of everything that the stages look at. */
const base: JsonObject = {
  openapi: "3.1.0",
  info: { title: "T", version: "1" },
  servers: [{ url: "https://{t}.example.com/v1", variables: { t: { default: "a" } } }],
  tags: [{ name: "a" }],
  security: [{ key: [] }],
  paths: {
    "/a/{id}": {
      parameters: [
        ref("components/parameters/Id"),
        { name: "q", in: "query", schema: { type: "array", items: { type: "string" } } },
      ],
      get: {
        operationId: "getA",
        tags: ["a"],
        responses: {
          "200": {
            description: "ok",
            headers: { "X-Total": ref("components/headers/Total") },
            content: {
              "application/json": {
                schema: ref("components/schemas/A"),
                examples: { e: ref("components/examples/E") },
              },
            },
            links: { next: ref("components/links/Next") },
          },
          "4XX": ref("components/responses/Failed"),
        },
        callbacks: { done: { "{$request.body#/url}": { post: { responses: { "200": { description: "ok" } } } } } },
      },
      post: {
        operationId: "postA",
        requestBody: ref("components/requestBodies/Body"),
        responses: { default: ref("components/responses/Failed") },
      },
    },
    "/b": ref("components/pathItems/B"),
  },
  components: {
    parameters: { Id: { name: "id", in: "path", required: true, schema: { type: "string" } } },
    headers: { Total: { schema: { type: "integer" } } },
    examples: { E: { value: { id: "1" } } },
    links: { Next: { operationId: "getA" } },
    requestBodies: { Body: { content: { "application/json": { schema: ref("components/schemas/B") } } } },
    responses: { Failed: { description: "no", content: { "text/plain": { schema: { type: "string" } } } } },
    pathItems: {
      B: { get: { operationId: "getB", responses: { default: ref("paths/~1a~1{id}/get/responses/4XX") } } },
    },
    securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } },
    schemas: {
      A: {
        type: "object",
        required: ["id"],
        properties: {
          id: { type: "string" },
          b: ref("components/schemas/B/properties/c"),
          self: ref("components/schemas/A"),
        },
      },
      B: {
        oneOf: [ref("components/schemas/C"), ref("components/schemas/D")],
        discriminator: { propertyName: "k", mapping: { c: "C", d: "#/components/schemas/D" } },
        properties: { c: { type: ["string", "null"], enum: ["x", null], default: "x" } },
      },
      C: { allOf: [ref("components/schemas/A"), { properties: { k: { const: "c" } } }] },
      D: { additionalProperties: ref("components/schemas/C"), $defs: { E: { type: "integer" } } },
    },
  },
};

const places = placesOf(base, []);

function placesOf(value: Json, tokens: (string | number)[]): (string | number)[][] {
  if (typeof value !== "object" || value === null) return [tokens];
  const children = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [tokens, ...children.flatMap(([token, child]) => placesOf(child as Json, [...tokens, token]))];
}

const pointers = places.map(
  (tokens) => `#${tokens.map((token) => `/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("")}`,
);
const nasty: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1.5,
    "",
    "x",
    "\n",
    "\u202e",
    "__proto__",
    [],
    {},
    [null],
    [[]],
    { $ref: "" },
    { $ref: 1 },
  ),
  fc.constantFrom(...pointers).map((pointer): Json => ({ $ref: pointer })),
  fc
    .constantFrom("gone.yaml", "#", "#/", "#/gone", "#anchor", "/etc/passwd", "http://127.0.0.1:9/", "A")
    .map((text): Json => ({ $ref: text })),
  fc.constantFrom(...places).map((tokens): Json => structuredClone(valueAt(base, tokens) as Json)),
  fc.json({ maxDepth: 3 }).map((text): Json => JSON.parse(text)),
);
const mutation = fc.record({
  tokens: fc.constantFrom(...places.slice(1)),
  value: fc.option(nasty, { nil: undefined }),
});

function mutate(
  mutations: readonly { tokens: (string | number)[]; value: Json | undefined }[],
  openapi: string,
): JsonObject {
  let document: Json = { ...base, openapi };
  for (const { tokens, value } of mutations) {
    const parent = valueAt(document, tokens.slice(0, -1));
    if (!isObject(parent) && !Array.isArray(parent)) continue;
    const editor: DocumentEditor = new DocumentEditor(document);
    if (value === undefined) editor.remove(tokens);
    else editor.set(tokens, value);
    document = editor.result();
  }
  return document as JsonObject;
}

function expectNormalForm(document: JsonObject): void {
  walkSpec(document, (kind, value) => {
    if (!isReference(value)) return;
    const tokens = fromPointer(value.$ref.slice(1));
    expect(`${kind} ${value.$ref}`).toMatch(/^\w+ #\/components\/\w+\/[^/]+$/);
    expect(valueAt(document, tokens)).toBeDefined();
  });
}

test("H21 any change to a document leaves it refused, or whole and in normal form", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      fc.constantFrom("3.0.3", "3.1.0"),
      async (mutations, openapi) => {
        const document = mutate(mutations, openapi);
        const before = JSON.stringify(document);
        try {
          const bundled = await bundleSpec({ file: "/nowhere/openapi.json", sha256: "", document });
          const findings = guardSpec(bundled.document);
          for (const { pointer, message } of findings)
            expect([typeof pointer, typeof message]).toEqual(["string", "string"]);
          if (!findings.some(({ severity }) => severity === "error")) expectNormalForm(bundled.document);
        } catch (error) {
          if (!(error instanceof SpecRefusal)) throw error;
          expect(error.findings).not.toEqual([]);
        }
        expect(JSON.stringify(document)).toBe(before);
      },
    ),
    { numRuns: Number(process.env.SAILKIT_FUZZ_RUNS ?? 500) },
  );
});
