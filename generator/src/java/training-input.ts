import type { Json, JsonObject } from "../spec/json.ts";
import type { TemplateFile } from "./template-file.ts";

/**
 * Operations of every method, with the shapes of data that templates print. What runs here is what the class archive
 * holds.
 */
export const TRAINING_SKELETON: JsonObject = {
  openapi: "3.0.3",
  info: { title: "Training", version: "1", description: "Text" },
  servers: [{ url: "https://{tenant}.example.com", variables: { tenant: { default: "a" } } }],
  tags: ["first", "second"].map((name) => ({ name, "x-sailkit-tag": { title: name } })),
  paths: Object.fromEntries(
    ["/a", "/a/{id}", "/b", "/b/{id}"].map((path, index) => [path, pathItem(index < 2 ? "first" : "second")]),
  ),
  "x-sailkit-models": [
    { name: "A", lines: ["one", "two"], open: true },
    { name: "B", lines: [], open: false },
  ],
};

function pathItem(tag: string): JsonObject {
  return Object.fromEntries(
    ["get", "put", "post", "delete", "head", "patch"].map((method): [string, Json] => [
      method,
      {
        operationId: method,
        tags: [tag],
        summary: "Text",
        description: "Text\nmore text",
        parameters: [{ name: "id", in: "query", schema: { type: "string" } }],
        responses: { default: { description: "" } },
        "x-sailkit-operation": {
          name: method,
          deprecated: method === "put",
          lines: [{ text: "one" }, { text: "two" }],
          empty: [],
          nested: { deep: { value: "x" } },
        },
      },
    ]),
  );
}

/** Name → text. Between them they use every kind of tag. */
export const TRAINING_TEMPLATES: Readonly<Record<string, string>> = {
  "training-api.mustache": `{{! a comment }}
{{#operations}}
{{#operation}}
{{#vendorExtensions.x-sailkit-operation}}
{{>training-partial}}
{{/vendorExtensions.x-sailkit-operation}}
{{/operation}}
{{/operations}}
`,
  "training-partial.mustache": `{{{name}}} {{name}} {{{nested.deep.value}}}
{{#lines}}
{{#-first}}(
{{/-first}}
{{{text}}}{{^-last}},{{/-last}}
{{/lines}}
{{^empty}}
none
{{/empty}}
{{#deprecated}}
old
{{/deprecated}}
`,
  "training-supporting.mustache": `{{#x-sailkit-models}}
{{{name}}}: {{#lines}}{{{.}}}{{/lines}}
{{/x-sailkit-models}}
{{#apiInfo.apis}}
{{#operations.operation}}
{{{vendorExtensions.x-sailkit-operation.name}}}
{{/operations.operation}}
{{/apiInfo.apis}}
`,
};

/** Both kinds of template. */
export const TRAINING_FILES: readonly TemplateFile[] = [
  { template: "training-api.mustache", type: "api", destination: "{tag}.txt" },
  { template: "training-supporting.mustache", type: "supporting", destination: "all.txt" },
];
