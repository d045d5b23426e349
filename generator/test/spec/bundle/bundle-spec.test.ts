import { join } from "node:path";
import { expect, test } from "vitest";
import { bundleSpec } from "../../../src/spec/bundle/bundle-spec.ts";
import type { JsonObject } from "../../../src/spec/json.ts";
import { readSpec } from "../../../src/spec/read/read-spec.ts";
import { refusalOf } from "./refusal-of.ts";
import { specFolder } from "./spec-folder.ts";

async function bundle(document: JsonObject | string, files: Record<string, unknown> = {}) {
  const folder = await specFolder({ "openapi.yaml": document, ...files });
  return bundleSpec(await readSpec(join(folder, "openapi.yaml")));
}

const ok = (schema: JsonObject) => ({ description: "ok", content: { "application/json": { schema } } });
const paths = (schema: JsonObject) => ({ "/x": { get: { responses: { "200": ok(schema) } } } });
const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` });

test("a document in normal form is passed on as it is", async () => {
  const folder = await specFolder({
    "openapi.json": {
      openapi: "3.0.3",
      paths: paths(schemaRef("A")),
      components: { schemas: { A: { items: schemaRef("A") } } },
    },
  });
  const source = await readSpec(join(folder, "openapi.json"));
  const { document, findings, files } = await bundleSpec(source);
  expect(document).toBe(source.document);
  expect(findings).toEqual([]);
  expect(files).toEqual([{ file: source.file, sha256: source.sha256 }]);
});

test("the source's document is not changed", async () => {
  const folder = await specFolder({
    "openapi.json": { openapi: "3.0", paths: paths({ $ref: "a.json" }) },
    "a.json": {},
  });
  const source = await readSpec(join(folder, "openapi.json"));
  const before = structuredClone(source.document);
  await bundleSpec(source);
  expect(source.document).toEqual(before);
});

for (const openapi of ["3.0.3", "3.1.0"]) {
  test(`what references lead to inside the document becomes a component (${openapi})`, async () => {
    const { document, findings } = await bundle({
      openapi,
      paths: {
        "/x/{id}": {
          get: {
            responses: {
              "200": ok({
                properties: {
                  next: { $ref: "#/paths/~1x~1%7Bid%7D/get/responses/200/content/application~1json/schema" },
                  b: { $ref: "#/components/schemas/A/properties/b" },
                  c: { $ref: "#/components/schemas/B~1b" },
                  d: { $ref: "#/components/responses/R/content/a~1b/schema" },
                },
              }),
              "400": { $ref: "#/paths/~1x~1{id}/get/responses/401" },
              "401": { description: "no" },
            },
          },
        },
      },
      components: {
        responses: { R: { description: "r", content: { "a/b": { schema: { type: "string" } } } } },
        schemas: { A: { properties: { b: { type: "object" } } }, "B/b": {}, AB: {} },
      },
    });
    expect(findings).toEqual([]);
    expect(document).toEqual({
      openapi,
      paths: {
        "/x/{id}": {
          get: {
            responses: {
              "200": ok(schemaRef("XIdGet200ApplicationJson")),
              "400": { $ref: "#/components/responses/XIdGet401" },
              "401": { $ref: "#/components/responses/XIdGet401" },
            },
          },
        },
      },
      components: {
        responses: {
          R: { description: "r", content: { "a/b": { schema: schemaRef("RAB") } } },
          XIdGet401: { description: "no" },
        },
        schemas: {
          A: { properties: { b: schemaRef("AB2") } },
          "B/b": {},
          AB: {},
          AB2: { type: "object" },
          RAB: { type: "string" },
          XIdGet200ApplicationJson: {
            properties: {
              next: schemaRef("XIdGet200ApplicationJson"),
              b: schemaRef("AB2"),
              c: schemaRef("B~1b"),
              d: schemaRef("RAB"),
            },
          },
        },
      },
    });
  });
}

test("a spec of many files becomes one, its components named after files and fragments", async () => {
  const { document, findings, files } = await bundle(
    {
      openapi: "3.0.3",
      info: { $ref: "info.yaml" },
      paths: { "/pets": { $ref: "paths/pets.yaml" } },
      components: {
        schemas: { Animal: { $ref: "schemas/Pet.yaml" }, Beast: { $ref: "./schemas/Pet.yaml#" } },
        parameters: {
          Limit: { $ref: "common.yaml#/components/parameters/Limit" },
          Same: { $ref: "#/components/parameters/Limit" },
        },
      },
    },
    {
      "info.yaml": "title: T\nversion: 1.10\n",
      "paths/pets.yaml": [
        "get:",
        "  parameters: [{$ref: '../openapi.yaml#/components/parameters/Limit'}]",
        "  responses:",
        "    200: {description: ok, content: {application/json: {schema: {$ref: ../schemas/Pet.yaml}}}}",
        "    default: {$ref: '../common.yaml#/components/responses/Failed'}",
      ].join("\n"),
      "common.yaml": [
        "components:",
        "  parameters: {Limit: {name: limit, in: query, schema: {type: integer}}}",
        "  responses: {Failed: {description: f, content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}}",
        "  schemas: {Error: {properties: {cause: {$ref: '#/components/schemas/Error'}, pet: {$ref: schemas/Pet.yaml}}}}",
      ].join("\n"),
      "schemas/Pet.yaml": [
        "discriminator: {propertyName: k, mapping: {d: Dog.json, c: Cat, x: Gone}}",
        "oneOf: [{$ref: Dog.json}, {$ref: Cat.json}]",
        "properties: {owner: {$ref: owner/index.yaml}, self: {$ref: '#'}, name: {$ref: '#/definitions/Name'}}",
        "definitions: {Name: {type: string}}",
      ].join("\n"),
      "schemas/Dog.json": { allOf: [{ $ref: "../other/Cat.json" }] },
      "schemas/Cat.json": { type: "object" },
      "other/Cat.json": { type: "string" },
      "schemas/owner/index.yaml": "type: string\n",
    },
  );
  expect(document).toEqual({
    openapi: "3.0.3",
    info: { title: "T", version: "1.10" },
    paths: {
      "/pets": {
        get: {
          parameters: [{ $ref: "#/components/parameters/Limit" }],
          responses: { "200": ok(schemaRef("Animal")), default: { $ref: "#/components/responses/Failed" } },
        },
      },
    },
    components: {
      parameters: {
        Limit: { name: "limit", in: "query", schema: { type: "integer" } },
        Same: { name: "limit", in: "query", schema: { type: "integer" } },
      },
      responses: { Failed: ok(schemaRef("Error")) && { ...ok(schemaRef("Error")), description: "f" } },
      schemas: {
        Animal: {
          discriminator: {
            propertyName: "k",
            mapping: { d: "#/components/schemas/Dog", c: "#/components/schemas/Cat2" },
          },
          oneOf: [schemaRef("Dog"), schemaRef("Cat2")],
          properties: { owner: schemaRef("owner"), self: schemaRef("Animal"), name: schemaRef("Name") },
          definitions: { Name: schemaRef("Name") },
        },
        Beast: schemaRef("Animal"),
        Cat: { type: "string" },
        Cat2: { type: "object" },
        Dog: { allOf: [schemaRef("Cat")] },
        Error: { properties: { cause: schemaRef("Error"), pet: schemaRef("Animal") } },
        Name: { type: "string" },
        owner: { type: "string" },
      },
    },
  });
  expect(findings).toMatchObject([
    {
      severity: "warning",
      rule: "missing-mapping-target",
      file: "schemas/Pet.yaml",
      pointer: "/discriminator/mapping/x",
    },
  ]);
  expect(files).toHaveLength(9);
});

test("H20 names do not depend on the order of keys", async () => {
  const files = { "a/Pet.json": { type: "string" }, "b/Pet.json": { type: "integer" } };
  const forward = {
    openapi: "3.0.3",
    paths: paths({ properties: { a: { $ref: "a/Pet.json" }, b: { $ref: "b/Pet.json" } } }),
  };
  const backward = {
    openapi: "3.0.3",
    paths: paths({ properties: { b: { $ref: "b/Pet.json" }, a: { $ref: "a/Pet.json" } } }),
  };
  const first = await bundle(forward, files);
  const second = await bundle(backward, files);
  expect(second.document).toEqual(first.document);
  expect(JSON.stringify(second.document.components)).toBe(JSON.stringify(first.document.components));
});

test("data is never followed, and properties named like data are schemas", async () => {
  const nowhere = { $ref: "http://127.0.0.1:9/nowhere.yaml" };
  const document = {
    openapi: "3.1.0",
    "x-webhooks": nowhere,
    paths: {
      "/x": {
        "x-y": nowhere,
        get: {
          responses: {
            "200": {
              description: "ok",
              content: {
                "application/json": {
                  example: nowhere,
                  examples: { a: { value: nowhere } },
                  schema: {
                    example: nowhere,
                    examples: [nowhere],
                    default: nowhere,
                    enum: [nowhere],
                    const: nowhere,
                    "x-z": nowhere,
                    properties: {
                      example: schemaRef("A"),
                      default: schemaRef("A"),
                      "x-a": schemaRef("A"),
                      $ref: schemaRef("A"),
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
    components: { schemas: { A: {} } },
  };
  const bundled = await bundle(document);
  expect(bundled.document).toEqual(document);
  expect(bundled.findings).toEqual([]);
});

test("path items take the place of references to them, and what stands beside the reference wins", async () => {
  const { document, findings } = await bundle(
    {
      openapi: "3.1.0",
      paths: {
        "/a": { $ref: "item.json", summary: "mine" },
        "/b": { $ref: "#/components/pathItems/Shared" },
        "/c": { $ref: "item.json" },
      },
      components: { pathItems: { Shared: { put: { operationId: "put", responses: {} } } } },
    },
    {
      "item.json": { summary: "theirs", get: { operationId: "get", responses: { default: { $ref: "r.json" } } } },
      "r.json": { description: "r" },
    },
  );
  const responses = { default: { $ref: "#/components/responses/r" } };
  expect(document.paths).toEqual({
    "/a": { summary: "mine", get: { operationId: "get", responses } },
    "/b": { put: { operationId: "put", responses: {} } },
    "/c": { summary: "theirs", get: { responses } },
  });
  expect(document.components).toEqual({ responses: { r: { description: "r" } } });
  expect(findings).toMatchObject([{ severity: "warning", rule: "shared-path-item", pointer: "/paths/~1c" }]);
});

test("beside a reference texts and what servers honour count in 3.0, and everything in a 3.1 schema", async () => {
  const schema = {
    ...schemaRef("A"),
    description: "d",
    nullable: true,
    properties: { b: { $ref: "#/definitions/A" } },
  };
  const components = { schemas: { A: {} } };
  const old = await bundle({ openapi: "3.0.3", paths: paths(schema), components });
  expect(old.document.paths).toEqual(paths({ ...schemaRef("A"), description: "d", nullable: true }));
  expect(old.findings).toMatchObject([
    { rule: "ref-siblings", severity: "warning", message: expect.stringContaining('"properties"') },
    { rule: "ref-siblings", severity: "warning", message: expect.stringContaining('"nullable"') },
  ]);
  const recent = await bundle({ openapi: "3.1.0", paths: paths(schema), components });
  expect(recent.document.paths).toEqual(paths({ ...schema, properties: { b: schemaRef("A") } }));
  expect(recent.findings).toMatchObject([{ rule: "loose-ref", severity: "warning" }]);
});

test("anchors, ids and references relative to the schema around them are resolved", async () => {
  const { document, findings } = await bundle({
    openapi: "3.1.0",
    paths: paths({
      properties: {
        a: { $ref: "#here" },
        i: { $ref: "https://example.com/pet" },
        j: { $ref: "https://example.com/pet#/$defs/N" },
      },
    }),
    components: {
      schemas: {
        A: { $anchor: "here", type: "string" },
        Pet: {
          $id: "https://example.com/pet",
          properties: { n: { $ref: "#/$defs/N" } },
          $defs: { N: { type: "integer" } },
        },
        Loose: { properties: { n: { $ref: "#/$defs/M" } }, $defs: { M: { type: "boolean" } } },
      },
    },
  });
  expect(document.paths).toEqual(paths({ properties: { a: schemaRef("A"), i: schemaRef("Pet"), j: schemaRef("N") } }));
  expect(document.components).toEqual({
    schemas: {
      A: { $anchor: "here", type: "string" },
      Pet: { $id: "https://example.com/pet", properties: { n: schemaRef("N") }, $defs: { N: schemaRef("N") } },
      Loose: { properties: { n: schemaRef("M") }, $defs: { M: schemaRef("M") } },
      M: { type: "boolean" },
      N: { type: "integer" },
    },
  });
  expect(findings).toMatchObject([{ rule: "loose-ref", pointer: "/components/schemas/Loose/properties/n" }]);
});

test("common slips in references are overlooked with a warning", async () => {
  const refs = ["#components/schemas/A", "#/definitions/A", "A", " #/components/schemas/A "];
  for (const $ref of refs) {
    const { document, findings } = await bundle({
      openapi: "3.0.3",
      paths: paths({ $ref }),
      components: { schemas: { A: {} } },
    });
    expect(document.paths).toEqual(paths(schemaRef("A")));
    if ($ref.trim() === $ref) expect(findings).toMatchObject([{ severity: "warning", rule: "loose-ref" }]);
  }
});

test("maps and lists that are references themselves are filled in", async () => {
  const { document } = await bundle(
    { openapi: "3.0.3", paths: { $ref: "paths.json" }, components: { schemas: { $ref: "schemas.json" } } },
    {
      "paths.json": { "/x": { get: { parameters: { $ref: "parameters.json" }, responses: {} } } },
      "parameters.json": [{ name: "a", in: "query", schema: { $ref: "openapi.yaml#/components/schemas/A" } }],
      "schemas.json": { A: { type: "string" } },
    },
  );
  expect(document).toEqual({
    openapi: "3.0.3",
    paths: { "/x": { get: { parameters: [{ name: "a", in: "query", schema: schemaRef("A") }], responses: {} } } },
    components: { schemas: { A: { type: "string" } } },
  });
});

test("a reference to nothing is refused with its pointer where something depends on it", async () => {
  const refusal = await refusalOf(() =>
    bundle({
      openapi: "3.0.3",
      paths: paths({ properties: { a: schemaRef("Gone"), b: { $ref: "gone.yaml" }, c: schemaRef("Used") } }),
      components: { schemas: { Used: { items: { $ref: "#/components/schemas/Lost" } } } },
    }),
  );
  const schema = "/paths/~1x/get/responses/200/content/application~1json/schema/properties";
  expect(refusal).toMatchObject([
    { severity: "error", rule: "missing-ref-target", pointer: `${schema}/a`, message: expect.stringContaining("Gone") },
    {
      severity: "error",
      rule: "missing-ref-target",
      pointer: `${schema}/b`,
      message: expect.stringContaining("gone.yaml"),
    },
    { severity: "error", rule: "missing-ref-target", pointer: "/components/schemas/Used/items" },
  ]);
});

test("a reference to a component of another kind is refused", async () => {
  const components = { schemas: { A: { type: "object" } } };
  const responses = { "200": { $ref: "#/components/schemas/A" } };
  const refusal = await refusalOf(() =>
    bundle({ openapi: "3.0.3", paths: { "/x": { get: { responses } } }, components }),
  );
  expect(refusal).toMatchObject([
    {
      rule: "wrong-ref-target",
      pointer: "/paths/~1x/get/responses/200",
      message: expect.stringContaining("a response is needed"),
    },
  ]);
});

test("a reference to nothing is left out with a warning where nothing depends on it", async () => {
  const { document, findings } = await bundle({
    openapi: "3.0.3",
    paths: {
      "/x": {
        get: {
          responses: {
            "200": {
              description: "ok",
              headers: { "X-A": { $ref: "#/components/headers/Gone" } },
              links: { l: { $ref: "#/components/links/Gone" } },
              content: {
                "application/json": {
                  examples: { e: { $ref: "gone.yaml" } },
                  schema: {
                    discriminator: {
                      propertyName: "k",
                      mapping: { a: "#/components/schemas/Gone", b: "A", c: "urn:c" },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
    components: { schemas: { A: {}, Unused: { items: schemaRef("Gone") } }, responses: { U: { $ref: "gone.yaml" } } },
  });
  expect(document).toEqual({
    openapi: "3.0.3",
    paths: {
      "/x": {
        get: {
          responses: {
            "200": {
              description: "ok",
              headers: {},
              links: {},
              content: {
                "application/json": {
                  examples: {},
                  schema: { discriminator: { propertyName: "k", mapping: { b: "#/components/schemas/A" } } },
                },
              },
            },
          },
        },
      },
    },
    components: { schemas: { A: {}, Unused: { items: {} } }, responses: { U: { description: "" } } },
  });
  expect(findings.map(({ severity }) => severity)).toEqual(Array(7).fill("warning"));
});

for (const openapi of ["3.0.3", "3.1.0"]) {
  test(`H15 references that lead in circles are refused, recursive schemas are not (${openapi})`, async () => {
    const circle = { "a.json": { $ref: "b.json" }, "b.json": { $ref: "a.json" } };
    expect(await refusalOf(() => bundle({ openapi, paths: paths({ $ref: "a.json" }) }, circle))).toMatchObject([
      { severity: "error", rule: "circular-ref", message: expect.stringContaining("back to itself") },
    ]);
    const parameters = { A: { $ref: "#/components/parameters/B" }, B: { $ref: "#/components/parameters/A" } };
    const used = { "/x": { get: { parameters: [{ $ref: "#/components/parameters/A" }], responses: {} } } };
    expect(await refusalOf(() => bundle({ openapi, paths: used, components: { parameters } }))).toMatchObject([
      { rule: "circular-ref", pointer: "/components/parameters/A" },
      { rule: "circular-ref", pointer: "/components/parameters/B" },
    ]);
    const pathItem = { "/x": { $ref: "#/paths/~1x" } };
    expect(await refusalOf(() => bundle({ openapi, paths: pathItem }))).toMatchObject([{ severity: "error" }]);
    const tree = { Tree: { properties: { left: schemaRef("Tree"), kids: { items: schemaRef("Tree") } } } };
    const { findings } = await bundle({ openapi, paths: paths(schemaRef("Tree")), components: { schemas: tree } });
    expect(findings).toEqual([]);
  });

  test(`H15 a chain of 10,000 references is followed (${openapi})`, async () => {
    const schemas: JsonObject = { S0: { type: "string" } };
    for (let index = 1; index < 10_000; index += 1) schemas[`S${index}`] = { items: schemaRef(`S${index - 1}`) };
    const { document } = await bundle({ openapi, paths: paths(schemaRef("S9999")), components: { schemas } });
    expect(Object.keys((document.components as JsonObject).schemas as JsonObject)).toHaveLength(10_000);
  });

  test(`H06 prototype names in references find only what is written (${openapi})`, async () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      expect(
        await refusalOf(() => bundle({ openapi, paths: paths(schemaRef(name)), components: { schemas: {} } })),
      ).toMatchObject([{ rule: "missing-ref-target" }]);
    }
    const written = JSON.parse('{"schemas":{"constructor":{"properties":{"__proto__":{"type":"string"}}}}}');
    const { document } = await bundle({
      openapi,
      paths: paths({ $ref: "#/components/schemas/constructor/properties/__proto__" }),
      components: written,
    });
    expect(JSON.stringify(document)).toContain('"constructor":{"properties":{"__proto__":{"$ref":');
  });
}
