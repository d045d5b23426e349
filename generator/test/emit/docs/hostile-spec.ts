/** Texts that do something where they are not escaped: on GitHub, in MDX, in YAML, in mustache, in TypeScript. */
const ATTACKS: readonly string[] = [
  "<script>globalThis.hacked = 1</script>",
  "<img src=x onerror=alert(1)>",
  "{globalThis.hacked = 7*7}",
  "import x from 'node:fs'",
  "export const hacked = 1",
  "[click](javascript:alert(1)) <javascript:alert(1)> [x]\n\n[x]: javascript:alert(1)",
  "| a | b |\n|---|---|\n| c",
  "```\n</code>{x}\n````\n## heading",
  "# heading\n\nheading\n===",
  "---\nid: other\nslug: /\n---",
  '"\nid: other\n"',
  "{{mustache}} {{{this}}} {{> docs/model}}",
  "*/ globalThis.hacked = 1 /*",
  `\` \${globalThis.hacked = 1} \``,
  "<!-- x --> </br> <br onclick={x}/>",
  ":::danger\nx\n:::",
  "right\u202eleft\u2028line\u0007bell",
  "\u001efile docs/models/evil.md\ntext",
  "\u001einclude docs/README.md",
];

/** What the guard lets be a value of an enum. */
const VALUES = ATTACKS.filter((attack) => !attack.includes("\u202e"));

const text = (place: string) => `${place}: ${ATTACKS.join("\n\n")}`;

/** A spec whose every text attacks, as OpenAPI 3.0 or 3.1. */
export function hostileSpec(openapi: "3.0.3" | "3.1.0"): object {
  const example = Object.fromEntries(ATTACKS.map((attack, index) => [`field${index}`, attack]));
  const properties = {
    ...Object.fromEntries(
      ATTACKS.map((attack, index) => [
        `field${index}`,
        { type: "string", description: attack, default: attack, example: attack },
      ]),
    ),
    "a|b `c` {d} <e>": { type: "string", enum: [...VALUES, "plain"], description: text("property") },
    __proto__: { type: "string", description: "proto" },
    nested: {
      type: "array",
      items: { type: "object", properties: { "x.y|z": { type: "number", title: text("title") } } },
    },
  };
  const schema = (name: string) => ({
    $ref: `#/components/schemas/${encodeURIComponent(name).replaceAll("%2F", "~1")}`,
  });
  const body = { content: { "application/json": { schema: schema("../../x"), example } } };
  const operation = (id: string, tag: string) => ({
    operationId: id,
    tags: [tag],
    summary: text("summary"),
    description: text("description"),
    externalDocs: { url: "javascript:alert(1)" },
    deprecated: true,
    "x-deprecated-description": text("instead"),
    "x-sailpoint-userLevels": ATTACKS,
    "x-sailkit-sdk": [{ method: "x", code: "globalThis.hacked = 1" }],
    parameters: [
      {
        name: "a|b `c` {d}",
        in: "query",
        description: text("parameter"),
        example: ATTACKS.join(" "),
        schema: { type: "string" },
      },
      {
        name: "filters",
        in: "query",
        schema: { type: "string" },
        "x-sailkit-filters": { "f|g": { operators: ["eq"], type: "string", enum: VALUES } },
      },
      { name: "sorters", in: "query", schema: { type: "string" }, "x-sailkit-sorters": VALUES },
    ],
    requestBody: { description: text("body"), required: true, ...body },
    responses: {
      "200": {
        description: text("answer"),
        headers: { "X-A": { description: text("header"), schema: { type: "string" } } },
        ...body,
      },
      "400": { description: text("error"), content: { "application/json": { schema: schema("CON") } } },
    },
    security: [{ "auth|`<b>{x}": ["scope|`<b>{x}", ...ATTACKS] }],
  });
  const names = [
    "CON",
    "con",
    "README",
    "index",
    "LPT1",
    "Path Parameters",
    "constructor",
    `long${"x".repeat(300)}`,
    "naïve",
    "nave",
  ];
  return {
    openapi,
    info: { title: text("title"), version: ATTACKS.join(" "), description: text("info") },
    servers: [
      {
        url: "https://{tenant}.example.com/v1",
        description: text("server"),
        variables: { tenant: { default: "acme", description: text("tenant") } },
      },
    ],
    tags: [{ name: "../../x", description: text("tag") }],
    paths: {
      "/a/{id}": {
        post: {
          ...operation("example", "../../x"),
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", example: ATTACKS[0] } }],
        },
      },
      "/b": { post: operation("error", "index") },
      "/c": { post: operation("pathParameters", "NUL") },
      "/d": { post: operation("example-1", `${"long ".repeat(60)}`) },
      "/e": { post: operation("console", "<b>{x}") },
    },
    components: {
      schemas: {
        "../../x": { type: "object", description: text("schema"), required: ["field0"], properties },
        ...Object.fromEntries(names.map((name) => [name, { type: "object", properties: { self: schema("../../x") } }])),
        Words: { type: "string", enum: VALUES, description: text("enum") },
      },
      securitySchemes: {
        "auth|`<b>{x}": {
          type: "oauth2",
          description: text("scheme"),
          flows: { clientCredentials: { tokenUrl: "https://x.example/`|<b>{y}", scopes: {} } },
        },
      },
    },
  };
}
