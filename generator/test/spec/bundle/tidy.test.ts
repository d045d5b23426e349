import { join } from "node:path";
import { expect, test } from "vitest";
import { bundleSpec } from "../../../src/spec/bundle/bundle-spec.ts";
import { readSpec } from "../../../src/spec/read/read-spec.ts";
import { specFolder } from "./spec-folder.ts";

async function bundle(yaml: string) {
  const folder = await specFolder({ "openapi.yaml": yaml });
  return bundleSpec(await readSpec(join(folder, "openapi.yaml")));
}

test("H23 what YAML left empty is absent, or empty where something is meant", async () => {
  const { document, findings } = await bundle(`
openapi: 3.0.3
paths:
  /a:
  /b:
    get:
      description:
      parameters:
      tags:
      responses:
        204:
        200:
          description: ok
          content:
            application/json:
components:
  parameters:
  schemas:
    A:
      required:
      default: null
      example: null
      properties:
        p:
`);
  expect(document).toEqual({
    openapi: "3.0.3",
    paths: {
      "/a": {},
      "/b": {
        get: {
          responses: { "204": { description: "" }, "200": { description: "ok", content: { "application/json": {} } } },
        },
      },
    },
    components: { schemas: { A: { default: null, example: null, properties: { p: {} } } } },
  });
  expect(findings.map(({ pointer }) => pointer).sort()).toEqual([
    "/components/parameters",
    "/components/schemas/A/properties/p",
    "/components/schemas/A/required",
    "/paths/~1a",
    "/paths/~1b/get/description",
    "/paths/~1b/get/parameters",
    "/paths/~1b/get/responses/200/content/application~1json",
    "/paths/~1b/get/responses/204",
    "/paths/~1b/get/tags",
  ]);
});

test("H23 keywords of schemas get the shapes that JSON Schema demands", async () => {
  const { document, findings } = await bundle(`
openapi: 3.1.0
components:
  schemas:
    A: {type: null}
    B: {type: [string, null]}
    C: {type: object, required: true}
    D: {type: object, required: [a, a, 1]}
    E: {type: object, required: a}
    F: {type: string, enum: [1.5, on, true, null]}
    G: {type: string, enum: only}
    H: {additionalProperties: "true"}
    I: {type: string, enum: {a: b}}
`);
  expect(document.components).toEqual({
    schemas: {
      A: { type: "null" },
      B: { type: ["string", "null"] },
      C: { type: "object" },
      D: { type: "object", required: ["a"] },
      E: { type: "object", required: ["a"] },
      F: { type: "string", enum: ["1.5", "on", "true", null] },
      G: { type: "string", enum: ["only"] },
      H: { additionalProperties: true },
      I: { type: "string" },
    },
  });
  expect(findings).toHaveLength(9);
  for (const finding of findings) expect(finding).toMatchObject({ severity: "warning", rule: "schema-keyword" });
});

test("H23 texts, tags, status ranges and repeated parameters are put right", async () => {
  const { document, findings } = await bundle(`
openapi: 3.1
info: {title: 1984, version: 2.0, description: {$ref: text.md}}
paths:
  /a:
    get:
      operationId: 12
      tags: pets
      parameters:
        - {$ref: '#/components/parameters/P'}
        - {name: p, in: query, schema: {type: integer}}
        - {name: p, in: header, schema: {type: integer}}
      responses:
        4xx: {description: a}
        5Xx: {description: b}
        5XX: {description: c}
components:
  parameters: {P: {name: p, in: query, schema: {type: string}}}
`);
  expect(document).toEqual({
    openapi: "3.1.0",
    info: { title: "1984", version: "2.0" },
    paths: {
      "/a": {
        get: {
          operationId: "12",
          tags: ["pets"],
          parameters: [{ $ref: "#/components/parameters/P" }, { name: "p", in: "header", schema: { type: "integer" } }],
          responses: { "4XX": { description: "a" }, "5XX": { description: "c" } },
        },
      },
    },
    components: { parameters: { P: { name: "p", in: "query", schema: { type: "string" } } } },
  });
  expect(findings.map(({ rule }) => rule).sort()).toEqual([
    "no-list",
    "no-text",
    "no-text",
    "no-text",
    "no-text",
    "repeated-parameter",
    "status-range",
    "status-range",
  ]);
});

test("H23 shapes of other languages and of Swagger 2.0 are put right", async () => {
  const { document, findings } = await bundle(`
openapi: 3.0.3
servers: {}
tags: nonsense
paths:
  /a:
    get:
      parameters: [{name: a, in: Query, schema: []}]
      responses:
        200:
          description: ok
          headers: []
          content:
            application/json:
              examples: [1]
              schema: {type: object, properties: [], discriminator: kind}
    put: {parameters: {}, responses: []}
components:
  schemas:
    A: {type: String}
    B: {type: int}
    C: {type: any}
    D: {enum: [a, a, 1]}
    E: {items: []}
`);
  expect(document).toEqual({
    openapi: "3.0.3",
    servers: [],
    paths: {
      "/a": {
        get: {
          parameters: [{ name: "a", in: "query", schema: {} }],
          responses: {
            "200": {
              description: "ok",
              headers: {},
              content: {
                "application/json": {
                  schema: { type: "object", properties: {}, discriminator: { propertyName: "kind" } },
                },
              },
            },
          },
        },
        put: { parameters: [], responses: {} },
      },
    },
    components: {
      schemas: { A: { type: "string" }, B: { type: "integer" }, C: {}, D: { enum: ["a", 1] }, E: { items: {} } },
    },
  });
  expect(findings.map(({ severity }) => severity)).toEqual(Array(findings.length).fill("warning"));
});
