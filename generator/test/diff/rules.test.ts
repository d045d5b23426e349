import { expect, test } from "vitest";
import { diffSpecs } from "../../src/diff/diff-specs.ts";
import type { DiffPolicy } from "../../src/diff/policy/policy.ts";
import { RULES } from "../../src/diff/rules/rules.ts";
import { sideOf } from "./side-of.ts";

type Spec = object;

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const answer = (schema: object) => ({ responses: { 200: { description: "", ...json(schema) } } });
const send = (schema: object) => ({ requestBody: json(schema), responses: { 204: { description: "" } } });

/** A spec of one operation. */
const get = (operation: object, more: object = {}): Spec => ({
  paths: { "/tasks": { get: { operationId: "getTasks", tags: ["Tasks"], responses: {}, ...operation } } },
  ...more,
});
const post = (operation: object): Spec => ({
  paths: { "/tasks": { post: { operationId: "addTask", tags: ["Tasks"], responses: {}, ...operation } } },
});
const query = (parameter: object): Spec =>
  get({ parameters: [{ name: "a", in: "query", schema: { type: "string" }, ...parameter }] });
const answered = (schema: object): Spec => get(answer(schema));
const sent = (schema: object): Spec => post(send(schema));
const object = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });
const text = { type: "string" };
const cat = object({ meow: text }, { required: ["meow"] });
const dog = object({ bark: text }, { required: ["bark"] });
const secured = (
  security: object[],
  schemes: object = { user: { type: "http", scheme: "bearer" }, key: { type: "apiKey", in: "header", name: "K" } },
) => get({ security }, { components: { securitySchemes: schemes } });
const oauth = (flows: object) => ({ user: { type: "oauth2", flows } });
const server = (url: string, variables: object = {}) => ({ url, variables });
const filters = (stated: object) => query({ name: "filters", "x-sailkit-filters": stated });
const named = (schemas: object, more: object = {}): Spec => get(more, { components: { schemas } });
const ref = (key: string) => ({ $ref: `#/components/schemas/${key}` });

/** For each rule: two specs, and the level it must give. */
const CASES: readonly (readonly [rule: string, level: string, old: Spec, next: Spec, policy?: DiffPolicy])[] = [
  ["operation-added", "minor", { paths: {} }, get({})],
  ["operation-removed", "major", get({}), { paths: {} }],
  [
    "operation-moved",
    "major",
    get({}),
    { paths: { "/jobs": { get: { operationId: "getTasks", tags: ["Tasks"], responses: {} } } } },
  ],
  ["operation-renamed", "major", get({}), get({ operationId: "listTasks" })],
  ["operation-deprecated", "minor", get({}), get({ deprecated: true })],
  ["operation-undeprecated", "patch", get({ deprecated: true }), get({})],
  [
    "user-level-removed",
    "major",
    get({ "x-sailpoint-userLevels": ["A", "B"] }),
    get({ "x-sailpoint-userLevels": ["A"] }),
  ],
  [
    "user-level-added",
    "minor",
    get({ "x-sailpoint-userLevels": ["A"] }),
    get({ "x-sailpoint-userLevels": ["A", "B"] }),
  ],
  ["tag-added", "minor", get({}), get({ tags: ["Tasks", "Jobs"] })],
  ["documentation-changed", "patch", get({}), get({ summary: "Lists tasks" })],
  ["version-changed", "none", get({}), { ...get({}), info: { title: "Test", version: "2" } }],

  ["parameter-added-optional", "minor", get({}), query({})],
  ["parameter-added-required", "major", get({}), query({ required: true })],
  ["parameter-removed", "major", query({}), get({})],
  ["parameter-moved", "major", query({}), query({ in: "header" })],
  [
    "path-parameter-renamed",
    "major",
    { paths: { "/tasks/{id}": { get: { operationId: "getTask", responses: {} } } } },
    { paths: { "/tasks/{key}": { get: { operationId: "getTask", responses: {} } } } },
  ],
  ["parameter-became-required", "major", query({}), query({ required: true })],
  ["parameter-became-optional", "minor", query({ required: true }), query({})],
  [
    "parameter-style-changed",
    "major",
    query({ schema: { type: "array", items: text } }),
    query({ schema: { type: "array", items: text }, explode: false }),
  ],
  ["parameter-deprecated", "minor", query({}), query({ deprecated: true })],
  ["parameter-undeprecated", "patch", query({ deprecated: true }), query({})],
  ["filter-added", "minor", filters({ id: { operators: ["eq"] } }), filters({ id: { operators: ["eq", "in"] } })],
  ["filter-removed", "major", filters({ id: { operators: ["eq", "in"] } }), filters({ id: { operators: ["eq"] } })],
  [
    "filter-value-changed",
    "major",
    filters({ id: { operators: ["eq"], type: "integer" } }),
    filters({ id: { operators: ["eq"], type: "string" } }),
  ],
  [
    "sorter-added",
    "minor",
    query({ name: "sorters", "x-sailkit-sorters": ["a"] }),
    query({ name: "sorters", "x-sailkit-sorters": ["a", "b"] }),
  ],
  [
    "sorter-removed",
    "major",
    query({ name: "sorters", "x-sailkit-sorters": ["a", "b"] }),
    query({ name: "sorters", "x-sailkit-sorters": ["a"] }),
  ],

  ["request-body-added-optional", "minor", post({}), sent(text)],
  ["request-body-added-required", "major", post({}), post({ requestBody: { required: true, ...json(text) } })],
  ["request-body-removed", "major", sent(text), post({ responses: { 204: { description: "" } } })],
  [
    "request-body-became-required",
    "major",
    post({ requestBody: json(text) }),
    post({ requestBody: { required: true, ...json(text) } }),
  ],
  [
    "request-body-became-optional",
    "minor",
    post({ requestBody: { required: true, ...json(text) } }),
    post({ requestBody: json(text) }),
  ],
  [
    "request-media-type-added",
    "minor",
    sent(text),
    post({
      ...send(text),
      requestBody: { content: { "application/json": { schema: text }, "application/xml": { schema: text } } },
    }),
  ],
  [
    "request-media-type-removed",
    "major",
    sent(text),
    post({ ...send(text), requestBody: { content: { "application/json-patch+json": { schema: text } } } }),
  ],
  [
    "encoding-changed",
    "major",
    post({ requestBody: { content: { "multipart/form-data": { schema: object({ a: text }) } } } }),
    post({
      requestBody: {
        content: {
          "multipart/form-data": { schema: object({ a: text }), encoding: { a: { contentType: "text/csv" } } },
        },
      },
    }),
  ],
  [
    "response-success-added",
    "minor",
    answered(text),
    get({ responses: { ...answer(text).responses, 202: { description: "", ...json(text) } } }),
  ],
  [
    "response-success-removed",
    "major",
    answered(text),
    get({ responses: { 202: { description: "", ...json(text) } } }),
  ],
  [
    "response-error-added",
    "minor",
    answered(text),
    get({ responses: { ...answer(text).responses, 429: { description: "" } } }),
  ],
  ["response-error-removed", "minor", get({ responses: { 404: { description: "" } } }), get({})],
  [
    "response-media-type-added",
    "minor",
    answered(text),
    get({
      responses: {
        200: { description: "", content: { "application/json": { schema: text }, "text/csv": { schema: text } } },
      },
    }),
  ],
  ["response-media-type-removed", "major", answered(text), get({ responses: { 200: { description: "" } } })],
  [
    "media-type-parameters-changed",
    "patch",
    answered(text),
    get({ responses: { 200: { description: "", content: { "application/json; charset=utf-8": { schema: text } } } } }),
  ],
  [
    "response-header-added",
    "minor",
    get({ responses: { 204: { description: "" } } }),
    get({ responses: { 204: { description: "", headers: { A: { schema: text } } } } }),
  ],
  [
    "response-header-removed",
    "major",
    get({ responses: { 204: { description: "", headers: { A: { schema: text } } } } }),
    get({ responses: { 204: { description: "" } } }),
  ],
  [
    "response-header-became-optional",
    "major",
    get({ responses: { 204: { description: "", headers: { A: { required: true, schema: text } } } } }),
    get({ responses: { 204: { description: "", headers: { a: { schema: text } } } } }),
  ],
  [
    "response-header-became-required",
    "minor",
    get({ responses: { 204: { description: "", headers: { A: { schema: text } } } } }),
    get({ responses: { 204: { description: "", headers: { A: { required: true, schema: text } } } } }),
  ],

  ["type-changed", "major", answered(text), answered({ type: "integer" })],
  ["type-changed", "major", sent(text), sent({ type: "integer" })],
  ["type-widened", "major", answered({ type: "integer" }), answered({ type: "number" })],
  ["type-widened", "minor", sent({ type: "integer" }), sent({ type: "number" })],
  ["type-narrowed", "major", sent({ type: "number" }), sent({ type: "integer" })],
  ["type-narrowed", "minor", answered({ type: "number" }), answered({ type: "integer" })],
  ["format-added", "major", sent(text), sent({ type: "string", format: "uuid" })],
  ["format-added", "minor", answered(text), answered({ type: "string", format: "uuid" })],
  ["format-removed", "major", answered({ type: "string", format: "uuid" }), answered(text)],
  [
    "format-changed",
    "major",
    answered({ type: "string", format: "date" }),
    answered({ type: "string", format: "date-time" }),
  ],
  ["nullable-added", "major", answered(text), answered({ type: "string", nullable: true })],
  ["nullable-added", "minor", sent(text), sent({ type: "string", nullable: true })],
  ["nullable-removed", "major", sent({ type: "string", nullable: true }), sent(text)],
  [
    "enum-value-added",
    "minor",
    answered({ type: "string", enum: ["A"] }),
    answered({ type: "string", enum: ["A", "B"] }),
  ],
  [
    "enum-value-removed",
    "minor",
    answered({ type: "string", enum: ["A", "B"] }),
    answered({ type: "string", enum: ["A"] }),
  ],
  ["enum-value-removed", "major", sent({ type: "string", enum: ["A", "B"] }), sent({ type: "string", enum: ["A"] })],
  ["enum-added", "major", sent(text), sent({ type: "string", enum: ["A"] })],
  ["enum-removed", "minor", answered({ type: "string", enum: ["A"] }), answered(text)],
  ["property-added-optional", "minor", answered(object({ a: text })), answered(object({ a: text, b: text }))],
  [
    "property-added-required",
    "minor",
    answered(object({ a: text })),
    answered(object({ a: text, b: text }, { required: ["b"] })),
  ],
  [
    "property-added-required",
    "major",
    sent(object({ a: text })),
    sent(object({ a: text, b: text }, { required: ["b"] })),
  ],
  ["property-removed", "major", answered(object({ a: text, b: text })), answered(object({ a: text }))],
  ["property-became-required", "major", sent(object({ a: text })), sent(object({ a: text }, { required: ["a"] }))],
  [
    "property-became-optional",
    "major",
    answered(object({ a: text }, { required: ["a"] })),
    answered(object({ a: text })),
  ],
  [
    "property-deprecated",
    "minor",
    answered(object({ a: text })),
    answered(object({ a: { ...text, deprecated: true } })),
  ],
  [
    "property-undeprecated",
    "patch",
    answered(object({ a: { ...text, deprecated: true } })),
    answered(object({ a: text })),
  ],
  ["read-only-added", "major", sent(object({ a: text })), sent(object({ a: { ...text, readOnly: true } }))],
  ["read-only-added", "patch", answered(object({ a: text })), answered(object({ a: { ...text, readOnly: true } }))],
  ["read-only-removed", "minor", sent(object({ a: { ...text, readOnly: true } })), sent(object({ a: text }))],
  ["write-only-added", "major", answered(object({ a: text })), answered(object({ a: { ...text, writeOnly: true } }))],
  ["write-only-removed", "minor", answered(object({ a: { ...text, writeOnly: true } })), answered(object({ a: text }))],
  [
    "constraint-tightened",
    "major",
    query({ schema: { type: "integer", maximum: 250 } }),
    query({ schema: { type: "integer", maximum: 100 } }),
  ],
  [
    "constraint-loosened",
    "minor",
    query({ schema: { type: "integer", minimum: 10 } }),
    query({ schema: { type: "integer", minimum: 1 } }),
  ],
  [
    "constraint-loosened",
    "major",
    answered({ type: "string", maxLength: 64 }),
    answered({ type: "string", maxLength: 128 }),
  ],
  ["constraint-changed", "major", sent({ type: "string", pattern: "^a$" }), sent({ type: "string", pattern: "^b$" })],
  ["default-added", "minor", query({}), query({ schema: { type: "string", default: "x" } })],
  ["default-removed", "minor", query({ schema: { type: "string", default: "x" } }), query({})],
  [
    "default-changed",
    "major",
    query({ schema: { type: "integer", default: 250 } }),
    query({ schema: { type: "integer", default: 50 } }),
  ],
  [
    "additional-properties-added",
    "minor",
    answered(object({ a: text })),
    answered(object({ a: text }, { additionalProperties: true })),
  ],
  [
    "additional-properties-removed",
    "major",
    answered(object({ a: text }, { additionalProperties: true })),
    answered(object({ a: text })),
  ],
  [
    "additional-properties-widened",
    "major",
    answered({ type: "object", additionalProperties: text }),
    answered({ type: "object", additionalProperties: true }),
  ],
  [
    "additional-properties-narrowed",
    "major",
    sent({ type: "object", additionalProperties: true }),
    sent({ type: "object", additionalProperties: text }),
  ],
  ["variant-added", "major", answered({ oneOf: [cat] }), answered({ oneOf: [cat, dog] })],
  ["variant-added", "minor", sent({ oneOf: [cat] }), sent({ oneOf: [cat, dog] })],
  ["variant-removed", "major", sent({ oneOf: [cat, dog] }), sent({ oneOf: [cat] })],
  [
    "discriminator-changed",
    "major",
    answered({ oneOf: [cat, dog], discriminator: { propertyName: "a" } }),
    answered({ oneOf: [cat, dog], discriminator: { propertyName: "b" } }),
  ],
  [
    "discriminator-extended",
    "minor",
    answered({ oneOf: [cat, dog] }),
    answered({ oneOf: [cat, dog], discriminator: { propertyName: "a" } }),
  ],
  [
    "tuple-changed",
    "major",
    answered({ type: "array", prefixItems: [text] }),
    answered({ type: "array", prefixItems: [text, text] }),
  ],
  [
    "schema-keyword-changed",
    "major",
    sent(object({ a: text })),
    sent(object({ a: text }, { not: { required: ["a"] } })),
  ],

  ["security-added", "major", secured([]), secured([{ user: [] }])],
  ["security-alternative-removed", "major", secured([{ user: [] }, { key: [] }]), secured([{ user: [] }])],
  ["security-alternative-added", "minor", secured([{ user: [] }]), secured([{ user: [] }, { key: [] }])],
  ["security-scope-added", "major", secured([{ user: ["a"] }]), secured([{ user: ["a", "b"] }])],
  ["security-scope-removed", "minor", secured([{ user: ["a", "b"] }]), secured([{ user: ["a"] }])],
  ["security-scope-accepted", "minor", secured([{ user: ["a"] }]), secured([{ user: ["a", "b"] }]), { scopes: "any" }],
  ["security-scope-refused", "major", secured([{ user: ["a", "b"] }]), secured([{ user: ["a"] }]), { scopes: "any" }],
  ["security-scope-refused", "major", secured([{ user: ["a"] }]), secured([{ user: ["b"] }]), { scopes: "any" }],
  ["security-scope-added", "major", secured([{ user: [] }]), secured([{ user: ["a"] }]), { scopes: "any" }],
  ["security-scope-removed", "minor", secured([{ user: ["a"] }]), secured([{ user: [] }]), { scopes: "any" }],
  [
    "security-scheme-changed",
    "major",
    secured([{ user: [] }], { user: { type: "apiKey", in: "header", name: "K" } }),
    secured([{ user: [] }], { user: { type: "apiKey", in: "query", name: "K" } }),
  ],
  [
    "security-scheme-extended",
    "minor",
    secured([{ user: [] }], oauth({ password: { tokenUrl: "https://a.example" } })),
    secured(
      [{ user: [] }],
      oauth({ password: { tokenUrl: "https://a.example" }, clientCredentials: { tokenUrl: "https://a.example" } }),
    ),
  ],
  [
    "security-scheme-renamed",
    "patch",
    secured([{ user: [] }], { user: { type: "http", scheme: "bearer" } }),
    secured([{ person: [] }], { person: { type: "http", scheme: "bearer" } }),
  ],
  [
    "security-url-changed",
    "minor",
    secured([{ user: [] }], oauth({ password: { tokenUrl: "https://a.example" } })),
    secured([{ user: [] }], oauth({ password: { tokenUrl: "https://b.example" } })),
  ],
  [
    "server-default-changed",
    "major",
    get({}, { servers: [server("https://a.example")] }),
    get({}, { servers: [server("https://b.example")] }),
  ],
  [
    "server-removed",
    "major",
    get({}, { servers: [server("https://a.example"), server("https://b.example")] }),
    get({}, { servers: [server("https://a.example")] }),
  ],
  [
    "server-added",
    "minor",
    get({}, { servers: [server("https://a.example")] }),
    get({}, { servers: [server("https://a.example"), server("https://b.example")] }),
  ],
  [
    "server-variable-added",
    "minor",
    get({}, { servers: [server("https://a.example")] }),
    get({}, { servers: [server("https://{x}.example", { x: { default: "a" } })] }),
  ],
  [
    "server-variable-changed",
    "major",
    get({}, { servers: [server("https://{x}.example", { x: { default: "a" } })] }),
    get({}, { servers: [server("https://{x}.example", { x: { default: "b" } })] }),
  ],
  [
    "server-variable-extended",
    "minor",
    get({}, { servers: [server("https://{x}.example", { x: { default: "a", enum: ["a"] } })] }),
    get({}, { servers: [server("https://{x}.example", { x: { default: "a", enum: ["a", "b"] } })] }),
  ],

  [
    "type-init-changed",
    "major",
    post({ requestBody: { content: { "text/plain": { schema: text } } } }),
    post({ requestBody: { content: { "application/json": { schema: cat }, "text/plain": { schema: text } } } }),
  ],
  [
    "type-data-changed",
    "major",
    answered(text),
    get({ responses: { ...answer(text).responses, 204: { description: "" } } }),
  ],
  [
    "type-error-changed",
    "major",
    get({ responses: { 404: { description: "", ...json(cat) } } }),
    get({ responses: { 404: { description: "", ...json(cat) }, 429: { description: "", ...json(dog) } } }),
  ],
  [
    "type-model-changed",
    "major",
    named(
      {
        Pet: { oneOf: [ref("Cat"), ref("Dog")], discriminator: { propertyName: "kind" } },
        Cat: object({ kind: text }),
        Dog: object({ kind: text }),
      },
      answer(ref("Pet")),
    ),
    named(
      {
        Pet: { oneOf: [ref("Cat"), { allOf: [ref("Dog")] }], discriminator: { propertyName: "kind" } },
        Cat: object({ kind: text }),
        Dog: object({ kind: text }),
      },
      answer(ref("Pet")),
    ),
  ],
  [
    "type-model-split",
    "major",
    { ...sent(ref("Task")), components: { schemas: { Task: object({ state: { type: "string", enum: ["A"] } }) } } },
    {
      paths: {
        ...(sent(ref("Task")) as { paths: object }).paths,
        "/other": { get: { operationId: "getTask", tags: ["Tasks"], ...answer(ref("Task")) } },
      },
      components: { schemas: { Task: object({ state: { type: "string", enum: ["A"] } }) } },
    },
  ],
  [
    "type-servers-changed",
    "major",
    get({}, { servers: [server("https://{x}.example", { x: { default: "a" } })] }),
    get({}, { servers: [server("https://{y}.example", { y: { default: "a" } })] }),
  ],
  ["export-removed", "major", named({ Task: cat }), named({ Job: cat })],
  ["export-added", "none", named({}), named({ Task: cat })],
  ["module-export-removed", "major", get({}), get({ tags: ["Jobs"] })],
];

const FULL = CASES.map(([rule, level, old, next, policy = {}]) => [rule, level, old, next, policy] as const);

test.each(FULL)("%s is %s", async (rule, level, old, next, policy) => {
  const { changes } = await diffSpecs(sideOf(old), sideOf(next), policy);
  expect(changes).toContainEqual(expect.objectContaining({ id: rule, level }));
});

test("every rule has a case", () => {
  const missing = [...RULES.keys()].filter((id) => !CASES.some(([rule]) => rule === id));
  expect(missing).toEqual([]);
});

test("nothing is found between a spec and itself", async () => {
  for (const [, , old, next] of CASES) {
    for (const spec of [old, next]) {
      expect(await diffSpecs(sideOf(spec), sideOf(spec))).toEqual({ bump: "none", changes: [] });
    }
  }
});
