import { beforeAll, describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/spec/json.ts";
import { generatePackage, type HostilePackage } from "./generate-package.ts";
import { outputProblems } from "./output-problems.ts";
import { type BenchReport, benchPackages } from "./package-bench.ts";
import { syntaxProblems } from "./syntax-problems.ts";

/*
 * What was published about other generators of clients, each as a spec that makes the same attempt. References to the network
 * and to disk (GHSA-h754-fxp7-88wx, GHSA-x36r-4347-pm5x of swagger-typescript-api) stand in references.test.ts.
 */

const code = "globalThis.pwned=1";
/** Ends a string of each kind, runs, and begins another, so that what follows still parses. */
const single = `'+(${code})+'`;
const double = `"+(${code})+"`;
const back = `\`+(${code})+\``;
const placeholder = ["$", `{${code}}`].join("");
const comment = `*/ ${code} /*`;

const responses = { 200: { description: "Fine.", content: { "application/json": { schema: { type: "string" } } } } };

interface Advisory {
  readonly title: string;
  readonly paths?: JsonObject;
  readonly schemas?: JsonObject;
  readonly rest?: JsonObject;
}

const post = (schema: Json, more: JsonObject = {}): JsonObject => ({
  post: { requestBody: { content: { "application/json": { schema } } }, responses, ...more },
});

const advisories: readonly Advisory[] = [
  // CVE-2016-5641 (swagger-codegen): paths and descriptions that end a call or a comment.
  {
    title: "CVE-2016-5641: text that ends comments and calls",
    rest: { description: comment, "x-info": comment },
    paths: { [`/cve-2016-5641');${code};('`]: { get: { summary: comment, description: comment, responses } } },
  },
  // GHSA-mwr6-3gp8-9jmj, CVE-2026-22785 (orval): the summary of an operation in a template literal.
  {
    title: "CVE-2026-22785: summaries in literals",
    paths: Object.fromEntries(
      [single, double, back, placeholder].map((summary, i) => [
        `/cve-2026-22785/${i}`,
        { get: { summary, responses } },
      ]),
    ),
  },
  // GHSA-h526-wf6g-67jv, CVE-2026-23947 and CVE-2026-25141 (orval): descriptions of enum members.
  {
    title: "CVE-2026-23947 and CVE-2026-25141: x-enumDescriptions in comments and literals",
    schemas: Object.fromEntries(
      ["x-enumDescriptions", "x-enum-descriptions", "x-enum-varnames", "x-enumNames"].map((key, i) => [
        `Described${i}`,
        {
          type: "string",
          enum: ["a", "b", "c"],
          [key]: [comment, `${single}${double}${back}`, `*\u2028/ ${code} //\n${code}`],
        },
      ]),
    ),
  },
  // CVE-2026-24132 (orval): const in mocks.
  {
    title: "CVE-2026-24132: const values",
    schemas: {
      Const: {
        type: "object",
        properties: Object.fromEntries(
          [single, double, back, placeholder].map((value, i) => [`c${i}`, { const: value }]),
        ),
      },
    },
  },
  // GHSA-p4cg-3328-rvfg, CVE-2026-72716 (orval): default values in template literals.
  {
    title: "CVE-2026-72716: default values",
    paths: {
      "/cve-2026-72716": post(
        {
          type: "object",
          properties: { d: { type: "string", default: back }, e: { type: "string", default: placeholder } },
        },
        {
          parameters: [single, double, back, placeholder, comment].map((value, i) => ({
            name: `p${i}`,
            in: "query",
            schema: { type: "string", default: value },
          })),
        },
      ),
    },
  },
  // GHSA-38c3-wv3c-v3xj and GHSA-hqj5-cw9f-rx67 (swagger-typescript-api): the URL of the first server.
  {
    title: "GHSA-38c3-wv3c-v3xj and GHSA-hqj5-cw9f-rx67: URLs of servers",
    rest: {
      servers: [single, double, back, placeholder, comment].map((text) => ({ url: `https://a.example/${text}` })),
    },
  },
  // GHSA-5f94-x226-ccpm (swagger-typescript-api): members of enums.
  {
    title: "GHSA-5f94-x226-ccpm: members of enums",
    schemas: { Members: { type: "string", enum: [single, double, back, placeholder, comment, `\\"+(${code})+\\"`] } },
  },
  // GHSA-w284-33mx-6g9v (swagger-typescript-api), openapi-generator issue 9809: paths in bodies of methods.
  {
    title: "GHSA-w284-33mx-6g9v: paths in code",
    paths: Object.fromEntries(
      [single, double, back, placeholder, comment].map((text) => [`/ghsa-w284/${text}/{id}`, { get: { responses } }]),
    ),
  },
  // openapi-typescript-codegen issue 2809: names of parameters, media types and headers, the version.
  {
    title: "openapi-typescript-codegen 2809: names on the wire",
    paths: {
      "/otc-2809": {
        post: {
          parameters: [single, double, back, placeholder].flatMap((name) => [
            { name, in: "query", schema: { type: "string" } },
            { name, in: "cookie", schema: { type: "string" } },
          ]),
          requestBody: { content: { [`application/json; a=${single}`]: { schema: { type: "string" } } } },
          responses: {
            200: {
              description: "",
              headers: { [single]: { schema: { type: "string" } } },
              content: { [`text/x${back}`]: {} },
            },
          },
        },
      },
    },
  },
  // GHSA-hhx9-57xq-r5rw (hey-api), CVE-2024-29651 (json-schema-ref-parser): keys that reach prototypes.
  {
    title: "GHSA-hhx9-57xq-r5rw and CVE-2024-29651: keys of prototypes",
    paths: {
      "/ghsa-hhx9": post(
        JSON.parse(
          '{"type":"object","properties":{"__proto__":{"type":"object","properties":{"polluted":{"const":1}}}}}',
        ) as Json,
        {
          parameters: [
            "__proto__",
            "$query___proto__",
            "constructor",
            "constructor.prototype",
            "__proto__[polluted]",
          ].map((name) => ({
            name,
            in: "query",
            style: "deepObject",
            explode: true,
            schema: { type: "object", properties: { polluted: { type: "string" } } },
          })),
        },
      ),
    },
  },
];

const packages = new Map<string, HostilePackage>();
let bench: BenchReport;

beforeAll(async () => {
  for (const openapi of ["3.0.3", "3.1.0"]) {
    const joined = (key: "paths" | "schemas" | "rest") => Object.assign({}, ...advisories.map((one) => one[key] ?? {}));
    const { description, ...rest } = joined("rest") as JsonObject;
    const info = { title: comment, version: `1${single}${back}`, description: description as string };
    const document = { openapi, info, ...rest, paths: joined("paths"), components: { schemas: joined("schemas") } };
    packages.set(openapi, await generatePackage(document));
  }
  bench = await benchPackages(packages);
}, 120_000);

describe.each(["3.0.3", "3.1.0"])("OpenAPI %s", (openapi) => {
  test.each(advisories)(`$title (${openapi})`, ({ paths = {}, schemas = {} }) => {
    const { files, functions, document } = packages.get(openapi) as HostilePackage;
    expect([...outputProblems(files), ...syntaxProblems(files)]).toEqual([]);
    expect(bench.errors.get(openapi)).toEqual([]);
    expect(bench.probes[openapi]).toMatchObject({ globals: [], prototypes: [], connections: 0, mismatches: [] });
    // It was all there, and is all there.
    const pointers = Object.keys(functions).map((pointer) => pointer.replaceAll("~1", "/").replaceAll("~0", "~"));
    for (const path of Object.keys(paths)) expect(pointers.some((one) => one.startsWith(`/paths/${path}/`))).toBe(true);
    expect((document.components as JsonObject).schemas).toMatchObject(schemas);
  });
});
