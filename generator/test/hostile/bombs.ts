import { gzipSync } from "node:zlib";
import type { JsonObject } from "../../src/spec/json.ts";

/** A spec made to exhaust what reads it. */
export interface Bomb {
  readonly name: string;
  /** Text, or bytes where it is packed. */
  readonly text: (openapi: string) => string | Uint8Array;
  /** Exit code: 2 refused, 0 generated. */
  readonly status: 0 | 2;
  /** The rule that refuses it. */
  readonly rule?: string;
  /** The only version it is tried in, where it takes long and versions make no difference. */
  readonly only?: string;
}

const head = (openapi: string) => `openapi: ${openapi}\ninfo: { title: T, version: "1" }\npaths: {}\n`;
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");

export const aliasBombs: readonly Bomb[] = [
  {
    name: "aliases of aliases, ten times ten times ten",
    status: 2,
    rule: "yaml-alias-bomb",
    text: (openapi) =>
      `${head(openapi)}x-0: &a0 [${Array(10).fill("x").join()}]\n${lines(12, (i) => `x-${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join()}]`)}`,
  },
  {
    name: "a chain of merge keys",
    status: 2,
    rule: "yaml-alias-bomb",
    text: (openapi) =>
      `${head(openapi)}x-0: &m0 { a: 1 }\n${lines(5000, (i) => `x-${i + 1}: &m${i + 1} { <<: *m${i}, k${i}: 1 }`)}`,
  },
  {
    name: "one large list, twenty thousand times",
    status: 2,
    rule: "yaml-alias-bomb",
    text: (openapi) =>
      `${head(openapi)}x: &a [${Array(20_000).fill("x").join()}]\n${lines(20_000, (i) => `x-${i}: *a`)}`,
  },
  {
    name: "an alias inside of its anchor",
    status: 2,
    rule: "yaml-alias-bomb",
    text: (openapi) => `${head(openapi)}x: &a { b: *a }`,
  },
  {
    name: "aliases as keys",
    status: 2,
    rule: "invalid-yaml",
    text: (openapi) => `${head(openapi)}x: &a [${"[".repeat(50)}${"]".repeat(50)}]\ny:\n  *a : 1`,
  },
];

const ok = {
  200: { description: "ok", content: { "application/json": { schema: { $ref: "#/components/schemas/S0" } } } },
};

function withSchemas(openapi: string, schemas: JsonObject): string {
  const info = { title: "T", version: "1" };
  return JSON.stringify({ openapi, info, paths: { "/a": { get: { responses: ok } } }, components: { schemas } });
}

function chain(openapi: string, link: (to: string, index: number) => JsonObject): string {
  const entries = Array.from({ length: 10_000 }, (_, i) => [`S${i}`, link(`#/components/schemas/S${i + 1}`, i)]);
  return withSchemas(openapi, Object.fromEntries([...entries, ["S10000", { type: "object" }]]));
}

export const nestingBombs: readonly Bomb[] = [
  {
    name: "a schema that is only itself",
    status: 2,
    rule: "circular-composition",
    text: (openapi) => withSchemas(openapi, { S0: { $ref: "#/components/schemas/S0" } }),
  },
  {
    name: "a ring of ten thousand schemas that are only each other",
    status: 2,
    rule: "circular-composition",
    text: (openapi) =>
      withSchemas(
        openapi,
        Object.fromEntries(
          Array.from({ length: 10_000 }, (_, i) => [`S${i}`, { $ref: `#/components/schemas/S${(i + 1) % 10_000}` }]),
        ),
      ),
  },
  {
    name: "ten thousand references in a row",
    status: 0,
    only: "3.0.3",
    text: (openapi) => chain(openapi, ($ref) => ({ $ref })),
  },
  {
    name: "ten thousand schemas that each have the next as a property",
    status: 0,
    only: "3.1.0",
    text: (openapi) =>
      chain(openapi, ($ref) => ({
        type: "object",
        properties: { next: { $ref }, back: { $ref: "#/components/schemas/S0" } },
      })),
  },
  {
    name: "ten thousand schemas that each extend the next",
    status: 0,
    only: "3.0.3",
    text: (openapi) =>
      chain(openapi, ($ref, i) => ({
        allOf: [{ $ref }, { type: "object", properties: { [`p${i}`]: { type: "string" } } }],
      })),
  },
  {
    name: "ten thousand levels",
    status: 2,
    rule: "too-deep",
    text: (openapi) =>
      withSchemas(openapi, { S0: "?" }).replace('"?"', `${'{"items":'.repeat(10_000)}{}${"}".repeat(10_000)}`),
  },
  {
    name: "four hundred levels, which is within the limit",
    status: 0,
    only: "3.1.0",
    text: (openapi) =>
      withSchemas(openapi, { S0: "?" }).replace('"?"', `${'{"type":"array","items":'.repeat(400)}{}${"}".repeat(400)}`),
  },
  { name: "two million brackets", status: 2, only: "3.0.3", rule: "too-deep", text: () => "[".repeat(2_000_000) },
  { name: "fifty million brackets", status: 2, only: "3.1.0", rule: "too-deep", text: () => "[".repeat(50_000_000) },
  {
    name: "two million brackets in YAML",
    status: 2,
    rule: "too-deep",
    text: (openapi) => `${head(openapi)}x: ${"[".repeat(2_000_000)}`,
  },
  {
    name: "five thousand levels of YAML",
    status: 2,
    rule: "too-deep",
    text: (openapi) => `${head(openapi)}${lines(5000, (i) => `${" ".repeat(i)}a:`)}`,
  },
];

function operations(openapi: string, count: number, operation: (index: number) => JsonObject): string {
  const entries = Array.from({ length: count }, (_, i) => [`/p${i}/{id}`, { get: { responses: ok, ...operation(i) } }]);
  const components = { schemas: { S0: { type: "object", properties: { id: { type: "string" } } } } };
  return JSON.stringify({
    openapi,
    info: { title: "T", version: "1" },
    paths: Object.fromEntries(entries),
    components,
  });
}

const mebibyte = 1024 * 1024;
/** A letter that no identifier or file name is made of. */
const han = (index: number) => String.fromCharCode(0x4e00 + index);

export const sizeBombs: readonly Bomb[] = [
  {
    name: "50 MB",
    status: 0,
    only: "3.1.0",
    text: (openapi) =>
      withSchemas(
        openapi,
        Object.fromEntries(
          Array.from({ length: 5000 }, (_, i) => [
            `S${i}`,
            { type: "object", description: "d".repeat(10_000), properties: { a: { type: "string" } } },
          ]),
        ),
      ),
  },
  {
    name: "5,000 operations whose names are all odd in the same way",
    status: 0,
    only: "3.1.0",
    text: (openapi) => operations(openapi, 5000, (i) => ({ operationId: `${han(i)} a`, tags: [han(i % 500)] })),
  },
  {
    name: "20,001 operations",
    status: 2,
    rule: "too-large",
    text: (openapi) => operations(openapi, 20_001, () => ({})),
  },
  {
    name: "101 MB",
    status: 2,
    only: "3.0.3",
    rule: "too-large",
    text: () => JSON.stringify({ a: "x".repeat(101 * mebibyte) }),
  },
  {
    name: "gzip of 1 GB",
    status: 2,
    only: "3.1.0",
    rule: "too-large",
    // Gzip files may be joined: each part is 64 MB of blanks.
    text: () => Buffer.concat(Array<Buffer>(16).fill(gzipSync(Buffer.alloc(64 * mebibyte, 0x20)))),
  },
  {
    name: "25 MB of YAML",
    status: 2,
    only: "3.0.3",
    rule: "too-large",
    text: (openapi) => `${head(openapi)}x: &a 1\n${lines(25_000, (i) => `x-${i}: "${"d".repeat(1000)}"`)}`,
  },
];

/** Text that expressions read again and again from every place in it. */
const repeated: readonly string[] = [
  ...[
    "\n",
    " ",
    "\t",
    "\r",
    "\u00a0",
    "*",
    "/",
    "*/",
    " @a",
    "[",
    "(",
    "[a](",
    "<",
    "<a ",
    "`",
    "_a ",
    "&#",
    ">",
    "- ",
  ],
  ...["|", "#", "\\", "{", "a.", "a ", "A", "<!--", "<![CDATA[", "http://a", "*a **b ", "\ud800", "\u202e", "{{x}}"],
];

/** A spec whose texts are all made of one text over and over, in prose, names, defaults and patterns. */
export const textBomb = (openapi: string): string => {
  const length = 10_000;
  const items = repeated.map((part) => part.repeat(length / part.length));
  const prose = `Filter and sort by the following fields${" ".repeat(length)}x\n**a**: x${" ".repeat(length)}y\n**b**:${" \n".repeat(length)}z`;
  const paths = [...items, prose].map((text, i) => {
    const parameter = (name: string) => ({
      name,
      in: "query",
      description: text,
      schema: { type: "string", description: text, default: text, pattern: text, format: text },
    });
    const parameters = ["filters", "sorters", "q"].map(parameter);
    const content = { "application/json": { schema: { $ref: "#/components/schemas/S0" } } };
    const words = { summary: text, description: text, deprecated: true, "x-deprecated-description": text };
    const responses = { 200: { description: text, content } };
    return [
      `/p${i}`,
      { post: { tags: ["t"], ...words, parameters, requestBody: { description: text, content }, responses } },
    ];
  });
  const properties = Object.fromEntries(
    items.map((text, i) => [`p${i}`, { type: "string", title: text, description: text, default: text, example: text }]),
  );
  const components = { schemas: { S0: { type: "object", properties } } };
  const info = { title: items[0] as string, version: "1", description: items.join("\n") };
  return JSON.stringify({ openapi, info, paths: Object.fromEntries(paths), components });
};
