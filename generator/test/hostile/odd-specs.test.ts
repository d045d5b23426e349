import { beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/spec/json.ts";
import { prepareSpec } from "../../src/spec/transforms/prepare-spec.ts";
import { pageFindings } from "../emit/docs/page-findings.ts";
import { generatePackage, type HostilePackage } from "./generate-package.ts";
import { hostileDocument } from "./hostile-document.ts";
import { outputProblems } from "./output-problems.ts";
import { type BenchReport, benchPackages } from "./package-bench.ts";
import { payloads } from "./payloads.ts";
import { reorderKeys } from "./reorder-keys.ts";
import { syntaxProblems } from "./syntax-problems.ts";

const responses = { 200: { description: "Fine.", content: { "application/json": { schema: { type: "string" } } } } };
const info = { title: "T", version: "1" };
const get = { get: { responses } };

/** Specs that leave out what they may, by what they leave out. */
const bare: Readonly<Record<string, JsonObject>> = {
  "operation ids, tags, servers and components": {
    info,
    paths: {
      "/": get,
      "/a/{id}": { get: { responses }, delete: { responses } },
      "/a-b": get,
      "/a_b": get,
      // The same path as one above, without its slash.
      "a-b": get,
      "/{x}/{y}": { post: { responses: { default: { description: "Any." } } } },
      "/päth/日本": get,
    },
  },
  "every path": { info, paths: {} },
  "paths, having webhooks only": { info, webhooks: { ping: { post: { requestBody: { content: {} }, responses } } } },
  "answers, and everything in path items": { info, paths: { "/a": { get: { responses: {} } }, "/b": {} } },
  "its own title and version": { info: {}, paths: { "/a": get } },
};

const names = {
  "/paths/~1/get": "getRoot",
  "/paths/~1a~1{id}/get": "getAById",
  "/paths/~1a~1{id}/delete": "deleteAById",
};

/** What real specs have wrong, and where a warning must point. */
const slips: readonly [rule: string, pointer: string, schema: JsonObject][] = [
  ["default-value", "/default", { type: "integer", default: "ten" }],
  ["default-value", "/default", { type: "string", format: "date-time", default: "6 Months from created date" }],
  ["default-value", "/default", { type: "string", enum: ["a"], default: "b" }],
  ["enum-values", "/enum/1", { type: "string", enum: ["a", ""] }],
  ["schema-keyword", "/enum", { type: "string", enum: ["a", "a"] }],
  ["schema-keyword", "/enum", { type: "string", enum: ["a", 1] }],
  ["enum-values", "/enum", { type: "string", enum: ["a", null] }],
  ["enum-values", "/enum", { type: "string", nullable: true, enum: ["a"] }],
  ["unknown-format", "/format", { type: "string", format: "uuid (if user is Org Admin)" }],
  ["type-name", "/type", { type: "date-time" }],
];

const withSlips = (): JsonObject => ({
  info,
  paths: {
    "/a": {
      post: {
        requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Slips" } } } },
        responses: {
          200: { description: "", content: { "application/json": { schema: { $ref: "#/components/schemas/Slips" } } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Slips: {
        type: "object",
        properties: Object.fromEntries([
          ...slips.map(([, , schema], i) => [`p${i}`, schema]),
          ["list", { type: "array" }],
        ]),
      },
    },
  },
});

/** Everything that could send a token somewhere. */
const elsewhere = (): JsonObject => ({
  info,
  servers: [
    { url: "https://first.example" },
    { url: "https://{host}.example", variables: { host: { default: "second" } } },
  ],
  paths: {
    "/a": { servers: [{ url: "https://third.example" }], get: { responses, security: [{ token: ["all"] }] } },
    "/b": { get: { responses, servers: [{ url: "https://fourth.example/x" }] } },
    "//fifth.example/c": get,
  },
  components: {
    securitySchemes: {
      token: {
        type: "oauth2",
        flows: { clientCredentials: { tokenUrl: "https://sixth.example/token", scopes: { all: "All." } } },
      },
    },
  },
});

/** A server whose variables every object seems to have. */
const inherited = (): JsonObject => ({
  info,
  servers: [
    {
      url: "https://{constructor}.example/{toString}",
      variables: { constructor: { default: "a" }, toString: { default: "b" } },
    },
  ],
  paths: { "/a": get },
});
const INHERITED = "H06 server variables called constructor and toString";

const all = ["3.0.3", "3.1.0"].flatMap((openapi) => [
  ...Object.entries(bare).map(([name, spec]) => ({ openapi, name: `H22 ${name}`, spec })),
  { openapi, name: "H23", spec: withSlips() },
  { openapi, name: "H19", spec: elsewhere() },
  { openapi, name: INHERITED, spec: inherited() },
]);
const packages = new Map<string, HostilePackage>();
let bench: BenchReport;

const keyOf = (name: string, openapi: string) => `${name.replace(/\W+/g, "-")}-${openapi}`;
const of = (name: string, openapi: string) => packages.get(keyOf(name, openapi)) as HostilePackage;

beforeAll(async () => {
  for (const { openapi, name, spec } of all)
    packages.set(keyOf(name, openapi), await generatePackage({ openapi, ...spec }));
  const checks = [...packages].map(([key, made]) => {
    const needsBase = [
      'import { createClient } from "./src/index.ts";',
      "// @ts-expect-error: a client is told where to send",
      "createClient({});",
    ];
    return [key, { ...made, check: needsBase.join("\n") }] as const;
  });
  bench = await benchPackages(new Map(checks));
}, 180_000);

describe.each(["3.0.3", "3.1.0"])("OpenAPI %s", (openapi) => {
  test.each([...Object.keys(bare).map((name) => `H22 ${name}`), "H23", "H19", INHERITED])(
    `%s: a sound package (${openapi})`,
    async (name) => {
      const { files } = of(name, openapi);
      const probe = bench.probes[keyOf(name, openapi)];
      expect([...outputProblems(files), ...syntaxProblems(files)]).toEqual([]);
      expect(bench.errors.get(keyOf(name, openapi))).toEqual([]);
      expect(probe).toMatchObject({ globals: [], prototypes: [], connections: 0, mismatches: [] });
      const pages = [...files].filter(([file]) => file.startsWith("docs/"));
      expect(await pageFindings(new Map(pages.map(([file, text]) => [file.slice(5), text])))).toEqual([]);
    },
  );

  test(`H22 names that a spec leaves out are made from method and path, the same in any order (${openapi})`, () => {
    const { functions, document } = of("H22 operation ids, tags, servers and components", openapi);
    expect(functions).toMatchObject(names);
    expect(new Set(Object.values(functions)).size).toBe(Object.keys(functions).length);
    expect(namesOf(reorderKeys(document) as JsonObject)).toEqual(functions);
  });

  test(`H07 H09 words of the language and names that differ in accents or case give legal names, the same in any order (${openapi})`, () => {
    for (const id of ["H07", "H09", "H10"]) {
      const document = hostileDocument(
        openapi,
        payloads.filter((one) => one.id === id).map(({ text }) => text),
      );
      const functions = namesOf(document);
      for (const name of Object.values(functions)) expect(name).toMatch(/^[A-Za-z_$][\w$]*$/);
      expect(new Set(Object.values(functions)).size).toBe(Object.keys(functions).length);
      expect(namesOf(reorderKeys(document) as JsonObject)).toEqual(functions);
    }
  });

  test(`H23 each slip is a warning that points (${openapi})`, () => {
    const found = of("H23", openapi).warnings.map(({ rule, pointer }) => `${rule} ${pointer}`);
    for (const [index, [rule, below]] of slips.entries()) {
      expect(found).toContain(`${rule} /components/schemas/Slips/properties/p${index}${below}`);
    }
    if (openapi === "3.0.3") expect(found).toContain("schema-type /components/schemas/Slips/properties/list");
  });

  test(`H19 calls go where the caller says, and the token endpoint of a spec is nowhere in the code (${openapi})`, () => {
    const { files } = of("H19", openapi);
    const code = [...files]
      .filter(([file]) => file.startsWith("src/"))
      .map(([, text]) => text)
      .join("\n");
    expect(code).not.toContain("sixth.example");
    // The probe names a local server, and every call has come in there.
    expect(bench.probes[keyOf("H19", openapi)]).toMatchObject({ calls: 6, mismatches: [] });
  });
});

function namesOf(document: JsonObject): Record<string, string> {
  const { operations } = prepareSpec(document).client;
  return Object.fromEntries(operations.map(({ pointer, name }) => [pointer, name]));
}
