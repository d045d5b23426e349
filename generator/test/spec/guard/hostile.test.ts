import { expect, test } from "vitest";
import { guardSpec } from "../../../src/spec/guard/guard-spec.ts";
import type { Json, JsonObject } from "../../../src/spec/json.ts";
import { rulesFound } from "./rules-found.ts";

/** What runs when text is pasted into a template literal. */
const template = ["`$", "{process.exit(1)}`"].join("");

for (const openapi of ["3.0.3", "3.1.0"]) {
  const info = { title: "T", version: "1" };
  const responses = { default: { description: "d" } };
  const withSchema = (schema: Json): JsonObject => ({
    openapi,
    info,
    paths: { "/a": { get: { responses } } },
    components: { schemas: { A: schema } },
  });
  const withPath = (path: string): JsonObject => ({ openapi, info, paths: { [path]: { get: { responses } } } });
  const withParameter = (parameter: JsonObject): JsonObject => ({
    openapi,
    info,
    paths: { "/a": { get: { parameters: [{ schema: { type: "string" }, ...parameter }], responses } } },
  });

  test(`H01 H02 H11 H12 text of any kind is accepted, since it is escaped where it is printed (${openapi})`, () => {
    const text = `*/ alert(1) /* ${template} {{x}} {{{y}}} <script> {7*7}\nthe **/task-status** API \u2028 \u202e`;
    expect(
      rulesFound({
        openapi,
        info: { title: text, version: text, description: text },
        tags: [{ name: "a", description: text }],
        paths: { "/a": { get: { summary: text, description: text, responses: { "200": { description: text } } } } },
        components: { schemas: { A: { type: "string", description: text, default: text, example: text } } },
      }),
    ).toEqual([]);
  });

  test(`H03 backticks and template literals in paths, servers and defaults are accepted as data (${openapi})`, () => {
    expect(rulesFound(withPath(`/a${template}`))).toEqual([`warning path-parameters /paths/~1a${template}/get`]);
    expect(rulesFound(withSchema({ type: "string", default: template }))).toEqual([]);
    expect(rulesFound({ ...withPath("/a"), servers: [{ url: `https://a.example/${template}` }] })).toEqual([]);
  });

  test(`H04 quotes and backslashes are data; line breaks are refused where they would be sent (${openapi})`, () => {
    expect(rulesFound(withPath("/a\"'\\b"))).toEqual([]);
    expect(rulesFound(withSchema({ type: "string", enum: ["a\"'\\\n", "\t", "b\r\n"] }))).toEqual([]);
    expect(rulesFound(withSchema({ properties: { "a\"'\\\n": {} } }))).toEqual([]);
    for (const path of ["/a\n", "/a\r\nHost: evil", "/a\u0000b", "/a\u007f"]) {
      expect(rulesFound(withPath(path))).toEqual([`error path-text /paths/${path.replace("/", "~1")}`]);
    }
    expect(rulesFound(withParameter({ name: "a\nb", in: "query" }))).toEqual([
      "error name-text /paths/~1a/get/parameters/0/name",
    ]);
    expect(rulesFound({ ...withPath("/a"), servers: [{ url: "https://a.example/\nb" }] })).toEqual([
      "error name-text /servers/0/url",
    ]);
  });

  test(`H05 marks that reorder or break text are refused in names (${openapi})`, () => {
    for (const mark of ["\u202e", "\u2066", "\u2028", "\u2029"]) {
      expect(rulesFound(withPath(`/a${mark}`))).toEqual([`error path-text /paths/~1a${mark}`]);
      expect(rulesFound(withParameter({ name: `a${mark}`, in: "query" }))).toEqual([
        "error name-text /paths/~1a/get/parameters/0/name",
      ]);
      expect(rulesFound(withSchema({ properties: { [`a${mark}`]: {} } }))).toEqual([
        `error name-text /components/schemas/A/properties/a${mark}`,
      ]);
      expect(rulesFound(withSchema({ enum: [`a${mark}`] }))).toEqual(["error name-text /components/schemas/A/enum/0"]);
      expect(rulesFound(withSchema({ const: `a${mark}` }))).toEqual(["error name-text /components/schemas/A/const"]);
      const named = {
        openapi,
        info,
        paths: { "/a": { get: { operationId: `a${mark}`, tags: [`t${mark}`], responses } } },
      };
      expect(rulesFound(named)).toEqual([
        "error name-text /paths/~1a/get/operationId",
        "error name-text /paths/~1a/get/tags/0",
      ]);
    }
  });

  test(`H06 properties named like prototype members are accepted, a component __proto__ is refused (${openapi})`, () => {
    const properties = JSON.parse('{"__proto__":{"type":"string"},"constructor":{},"toString":{}}');
    expect(rulesFound(withSchema({ properties }))).toEqual([]);
    const schemas = JSON.parse('{"__proto__":{"type":"string"},"constructor":{},"hasOwnProperty":{}}');
    expect(rulesFound({ ...withPath("/a"), components: { schemas } })).toEqual([
      "error name-text /components/schemas/__proto__",
    ]);
    expect(({} as Record<string, unknown>).type).toBeUndefined();
  });

  test(`H07 H10 reserved, odd and long names are accepted, since names are made from them (${openapi})`, () => {
    const names = ["delete", "class", "default", "123", "export", "../../x", "CON", "x".repeat(300)];
    const paths = Object.fromEntries(
      names.map((name, index) => [`/p${index}`, { get: { operationId: name, tags: [name], responses } }]),
    );
    expect(rulesFound({ openapi, info: { ...info, version: "../../x" }, paths })).toEqual([]);
  });

  test(`H08 a duplicate operationId is refused, and both pointers are named (${openapi})`, () => {
    const findings = guardSpec({
      openapi,
      info,
      paths: { "/a": { get: { operationId: "same", responses } }, "/b": { put: { operationId: "same", responses } } },
    });
    expect(findings).toEqual([
      {
        severity: "error",
        rule: "duplicate-operation-id",
        pointer: "/paths/~1b/put/operationId",
        message: 'The operationId "same" is used twice: at /paths/~1a/get and at /paths/~1b/put.',
        hint: expect.stringContaining("another id"),
      },
    ]);
  });

  test(`H09 names that differ only in case or accents are pointed out (${openapi})`, () => {
    const schemas = { naïve: {}, naive: {}, Pet: {}, pet: {} };
    expect(rulesFound({ ...withPath("/a"), components: { schemas } })).toEqual([
      "warning confusable-names /components/schemas/naive",
      "warning confusable-names /components/schemas/pet",
    ]);
  });

  test(`H15 a schema that is itself is refused, one that contains itself is not (${openapi})`, () => {
    const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const withSchemas = (schemas: JsonObject) => rulesFound({ ...withPath("/a"), components: { schemas } });
    expect(withSchemas({ A: ref("A") })).toEqual(["error circular-composition /components/schemas/A"]);
    expect(withSchemas({ A: ref("B"), B: { allOf: [ref("C")] }, C: { oneOf: [ref("A")] } })).toEqual([
      "error circular-composition /components/schemas/A",
    ]);
    expect(
      withSchemas({
        A: { properties: { a: ref("A") } },
        B: { items: ref("B") },
        C: { additionalProperties: ref("C") },
      }),
    ).toEqual([]);
    expect(withSchemas({ A: { oneOf: [ref("B"), { type: "string" }] }, B: { allOf: [ref("A")] } })).toEqual([
      "warning circular-composition /components/schemas/A",
    ]);
  });

  test(`H15 10,000 schemas in a row and 10,000 levels are bounded (${openapi})`, () => {
    const schemas: JsonObject = { S0: { type: "string" } };
    for (let index = 1; index < 10_000; index += 1)
      schemas[`S${index}`] = { allOf: [{ $ref: `#/components/schemas/S${index - 1}` }] };
    expect(rulesFound({ ...withPath("/a"), components: { schemas } })).toEqual([]);
    let deep: Json = {};
    for (let depth = 0; depth < 10_000; depth += 1) deep = { items: deep };
    const findings = guardSpec(withSchema(deep));
    expect(findings).toMatchObject([
      { severity: "error", rule: "too-deep", pointer: expect.stringMatching(/^\/components\/schemas\/A\/items/) },
    ]);
  });

  test(`H16 5,000 operations are accepted in good time, 20,001 are refused (${openapi})`, () => {
    const document = (count: number) => ({
      openapi,
      info,
      paths: Object.fromEntries(Array.from({ length: count }, (_, index) => [`/p${index}`, { get: { responses } }])),
    });
    const start = performance.now();
    expect(rulesFound(document(5_000))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(rulesFound(document(20_001))).toEqual(["error too-large /paths"]);
  });

  test(`H17 patterns are never compiled (${openapi})`, () => {
    for (const pattern of ["^(a+)+$", "(", "[z-a]", "\\"]) {
      expect(rulesFound(withSchema({ type: "string", pattern, default: "a".repeat(100_000) }))).toEqual([]);
    }
  });

  test(`H18 header names with line breaks are refused (${openapi})`, () => {
    for (const name of ["X-A\r\nEvil: 1", "X A", "X:A", "", "Ünicode"]) {
      expect(rulesFound(withParameter({ name, in: "header" }))).toContain(
        "error header-parameter-name /paths/~1a/get/parameters/0/name",
      );
    }
    const headers = { "X\r\nEvil": { schema: { type: "string" } }, "X B": { schema: { type: "string" } } };
    expect(
      rulesFound({ openapi, info, paths: { "/a": { get: { responses: { "200": { description: "d", headers } } } } } }),
    ).toEqual([
      "error name-text /paths/~1a/get/responses/200/headers/X\r\nEvil",
      "warning header-name /paths/~1a/get/responses/200/headers/X\r\nEvil",
      "warning header-name /paths/~1a/get/responses/200/headers/X B",
    ]);
  });

  test(`H18 Authorization, Host and Cookie are refused as header parameters, Accept and Content-Type ignored (${openapi})`, () => {
    const severity = (name: string, place = "header") =>
      guardSpec(withParameter({ name, in: place })).map((finding) => finding.severity);
    for (const name of ["Authorization", "authorization", "HOST", "Cookie"]) expect(severity(name)).toEqual(["error"]);
    for (const name of ["Accept", "content-type", "Content-Length"]) expect(severity(name)).toEqual(["warning"]);
    expect(severity("X-Authorization")).toEqual([]);
    expect(severity("Authorization", "query")).toEqual([]);
  });

  test(`H18 a reserved header among the components is refused only where an operation uses it (${openapi})`, () => {
    const components = { parameters: { Auth: { name: "Authorization", in: "header", schema: { type: "string" } } } };
    expect(rulesFound({ ...withPath("/a"), components })).toEqual([
      "warning header-parameter-name /components/parameters/Auth/name",
    ]);
    const parameters = [{ $ref: "#/components/parameters/Auth" }];
    expect(rulesFound({ openapi, info, paths: { "/a": { get: { parameters, responses } } }, components })).toEqual([
      "error header-parameter-name /components/parameters/Auth/name",
    ]);
  });

  test(`H22 what a document may leave out is no error (${openapi})`, () => {
    expect(rulesFound({ openapi, info, paths: { "/a": { get: { responses } } } })).toEqual([]);
    expect(rulesFound({ openapi, info, paths: {} })).toEqual(["warning document-shape /paths"]);
    const webhooks = { hook: { post: { responses } } };
    expect(rulesFound({ openapi, info, webhooks })).toEqual(openapi === "3.0.3" ? ["warning document-shape "] : []);
  });

  test(`H23 slips of real documents are warnings that point (${openapi})`, () => {
    const slips: [JsonObject, string][] = [
      [{ type: "integer", default: "ten" }, "default-value /default"],
      [{ type: "string", format: "date-time", default: "6 Months from created date" }, "default-value /default"],
      [{ type: "string", enum: ["a"], default: "b" }, "default-value /default"],
      [{ type: "string", enum: ["a", ""] }, "enum-values /enum/1"],
      [{ type: "string", enum: ["a", "a"] }, "enum-values /enum/1"],
      [{ type: "string", enum: ["a", 1] }, "enum-values /enum/1"],
      [{ type: "string", enum: ["a", null] }, "enum-values /enum"],
      [{ type: "string", nullable: true, enum: ["a"] }, "enum-values /enum"],
      [{ type: "string", enum: [] }, "enum-values /enum"],
      [{ type: "string", format: "uuid (if user is Org Admin)" }, "unknown-format /format"],
      [{ type: "date-time" }, "schema-type /type"],
    ];
    for (const [schema, found] of slips) {
      expect(rulesFound(withSchema(schema))).toEqual([`warning ${found.replace(" /", " /components/schemas/A/")}`]);
    }
    expect(rulesFound(withSchema({ type: "array" }))).toEqual(
      openapi === "3.0.3" ? ["warning schema-type /components/schemas/A"] : [],
    );
  });
}
