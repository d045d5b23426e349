import type { Kind } from "./kind.ts";

/** Where the typed places below a value of one kind are. Everything else below it is data. */
export type KindRule =
  | { readonly shape: "fields"; readonly fields: ReadonlyMap<string, Kind> }
  /** Every key, or every key that is no `x-` extension, holds an `each`. */
  | { readonly shape: "map"; readonly each: Kind; readonly extensible: boolean }
  | { readonly shape: "list"; readonly each: Kind };

const fields = (entries: Readonly<Record<string, Kind>>): KindRule => ({
  shape: "fields",
  fields: new Map(Object.entries(entries)),
});
const map = (each: Kind): KindRule => ({ shape: "map", each, extensible: false });
const extensibleMap = (each: Kind): KindRule => ({ shape: "map", each, extensible: true });
const list = (each: Kind): KindRule => ({ shape: "list", each });

const parameterFields = { schema: "schema", content: "content", examples: "examples" } as const;

/**
 * The objects of OpenAPI 3.0 to 3.2 (https://spec.openapis.org/oas/latest.html) and the places of theirs that hold further
 * objects. `example`, `default`, `enum`, `const`, an example's `value` and every `x-` extension are absent on purpose: they
 * are data, and a `$ref` in them is text.
 */
export const kindRules: Readonly<Record<Kind, KindRule>> = {
  document: fields({
    info: "info",
    servers: "serverList",
    paths: "paths",
    webhooks: "pathItems",
    components: "components",
    tags: "tagList",
    externalDocs: "externalDocs",
  }),
  info: fields({}),
  externalDocs: fields({}),
  serverList: list("server"),
  server: fields({}),
  tagList: list("tag"),
  tag: fields({ externalDocs: "externalDocs" }),
  components: fields({
    schemas: "schemas",
    responses: "responseMap",
    parameters: "parameters",
    examples: "examples",
    requestBodies: "requestBodies",
    headers: "headers",
    securitySchemes: "securitySchemes",
    links: "links",
    callbacks: "callbacks",
    pathItems: "pathItems",
    mediaTypes: "content",
  }),

  paths: extensibleMap("pathItem"),
  pathItems: map("pathItem"),
  pathItem: fields({
    servers: "serverList",
    parameters: "parameterList",
    get: "operation",
    put: "operation",
    post: "operation",
    delete: "operation",
    options: "operation",
    head: "operation",
    patch: "operation",
    trace: "operation",
    query: "operation",
    additionalOperations: "operations",
  }),
  operations: map("operation"),
  operation: fields({
    externalDocs: "externalDocs",
    parameters: "parameterList",
    requestBody: "requestBody",
    responses: "responses",
    callbacks: "callbacks",
    servers: "serverList",
  }),
  callbacks: map("callback"),
  callback: extensibleMap("pathItem"),

  parameters: map("parameter"),
  parameterList: list("parameter"),
  parameter: fields(parameterFields),
  headers: map("header"),
  header: fields(parameterFields),
  requestBodies: map("requestBody"),
  requestBody: fields({ content: "content" }),
  responses: extensibleMap("response"),
  responseMap: map("response"),
  response: fields({ headers: "headers", content: "content", links: "links" }),
  links: map("link"),
  link: fields({ server: "server" }),

  content: map("mediaType"),
  mediaType: fields({
    schema: "schema",
    itemSchema: "schema",
    examples: "examples",
    encoding: "encodings",
    itemEncoding: "encoding",
    prefixEncoding: "encodingList",
  }),
  encodings: map("encoding"),
  encodingList: list("encoding"),
  encoding: fields({
    headers: "headers",
    encoding: "encodings",
    itemEncoding: "encoding",
    prefixEncoding: "encodingList",
  }),
  examples: map("example"),
  example: fields({}),
  securitySchemes: map("securityScheme"),
  securityScheme: fields({}),

  schemas: map("schema"),
  schemaList: list("schema"),
  schema: fields({
    properties: "schemas",
    patternProperties: "schemas",
    dependentSchemas: "schemas",
    $defs: "schemas",
    definitions: "schemas",
    allOf: "schemaList",
    oneOf: "schemaList",
    anyOf: "schemaList",
    prefixItems: "schemaList",
    items: "schema",
    additionalItems: "schema",
    additionalProperties: "schema",
    propertyNames: "schema",
    unevaluatedItems: "schema",
    unevaluatedProperties: "schema",
    contains: "schema",
    contentSchema: "schema",
    not: "schema",
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own keyword
    then: "schema",
    if: "schema",
    else: "schema",
    discriminator: "discriminator",
    externalDocs: "externalDocs",
  }),
  discriminator: fields({}),
};
