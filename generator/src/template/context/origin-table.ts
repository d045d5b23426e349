import type { VariableForm, VariableOrigin } from "./variable-origin.ts";

const OPERATION_DOC = [
  "{operation}/summary",
  "{operation}/description",
  "{operation}/parameters",
  "{operation}/security",
  "{operation}/x-sailpoint-userLevels",
  "{operation}/deprecated",
].join(" ");

/** Rows of a table of fields, whatever they describe. */
function fields(prefix: string, where: string): string {
  const row = (name: string, form: VariableForm) =>
    `${prefix}.${name} | ${where} | emit/docs/fields/field-rows.ts | ${form}`;
  return [
    row("name", "cell"),
    row("type", "cell"),
    row("required", "cell"),
    row("nullable", "cell"),
    row("description", "cell"),
    row("notes", "cell"),
  ].join("\n");
}

function frontMatter(prefix: string, where: string): string {
  return `${prefix}.frontMatter.* | ${where} | emit/docs/pages/front-matter.ts | yaml`;
}

/** variable | where in the spec | source file that decides it | form */
const TABLE = `
x-sailkit-api.title | /info/title | spec/transforms/build-client-model.ts | literal
x-sailkit-api.version | /info/version | spec/transforms/build-client-model.ts | literal
x-sailkit-api.doc[].text | /info/title /info/description | emit/skeleton/doc-lines.ts | comment
x-sailkit-banner.source | | pipeline/build-output.ts | comment
x-sailkit-banner.command | | config/to-target.ts | comment
x-sailkit-tags[].slug | {tag}/name | spec/transforms/build-client-model.ts | slug

x-sailkit-operation | {operation}/tags | emit/skeleton/build-skeleton.ts | condition
x-sailkit-re-export | {operation}/tags | emit/skeleton/build-skeleton.ts | condition
x-sailkit-module | {operation}/tags | emit/skeleton/build-skeleton.ts | condition
x-sailkit-docs-page | {operation}/tags | emit/docs/build-docs.ts | condition
x-sailkit-operation.name | {operation}/operationId | spec/transforms/name-operations.ts | name
x-sailkit-operation.initName | {operation}/operationId | spec/transforms/name-operations.ts | name
x-sailkit-operation.resultName | {operation}/operationId | spec/transforms/name-operations.ts | name
x-sailkit-operation.type | {operation}/operationId | emit/skeleton/operation-context.ts | type
x-sailkit-operation.doc[].text | ${OPERATION_DOC} | emit/skeleton/describe-operation.ts | comment
x-sailkit-operation.params.type | {operation}/parameters | emit/skeleton/operation-context.ts | type
x-sailkit-operation.params.optional | {operation}/parameters | emit/skeleton/operation-context.ts | condition
x-sailkit-operation.optional | {operation}/parameters {operation}/requestBody/required | emit/skeleton/operation-context.ts | condition
x-sailkit-operation.hasShared | {operation}/parameters | emit/skeleton/operation-context.ts | condition
x-sailkit-operation.body.type | {operation}/requestBody/content | emit/skeleton/operation-context.ts | type
x-sailkit-operation.body.mediaType | {operation}/requestBody/content | emit/skeleton/sent-type.ts | type
x-sailkit-operation.body.isDefault | {operation}/requestBody/content | emit/skeleton/operation-context.ts | condition
x-sailkit-operation.body.optional | {operation}/requestBody/required | emit/skeleton/operation-context.ts | condition
x-sailkit-operation.alternatives[].type | {operation}/requestBody/content | emit/skeleton/operation-context.ts | type
x-sailkit-operation.alternatives[].mediaType | {operation}/requestBody/content | emit/skeleton/sent-type.ts | type
x-sailkit-operation.alternatives[].isDefault | {operation}/requestBody/content | emit/skeleton/operation-context.ts | condition
x-sailkit-operation.alternatives[].optional | {operation}/requestBody/required | emit/skeleton/operation-context.ts | condition
x-sailkit-operation.descriptor[].key | {descriptor} | emit/skeleton/operation-descriptor.ts | name
x-sailkit-operation.descriptor[].value | {descriptor} | emit/skeleton/operation-descriptor.ts | literal
x-sailkit-operation.codecs[].name | {operation}/requestBody {operation}/responses | emit/skeleton/operation-descriptor.ts | name
x-sailkit-operation.data | {operation}/responses | emit/skeleton/operation-context.ts | type
x-sailkit-operation.failure | {operation}/responses | emit/skeleton/operation-context.ts | type
x-sailkit-operation.headers | {operation}/responses | emit/skeleton/operation-context.ts | type
x-sailkit-operation.filters.name | {operation}/operationId | spec/transforms/name-operations.ts | name
x-sailkit-operation.filters.operation | {operation}/operationId | spec/transforms/name-operations.ts | name
x-sailkit-operation.filters.fields[].name | {filters} | spec/transforms/collection/filter-fields.ts | name
x-sailkit-operation.filters.fields[].operators | {filters} | spec/transforms/collection/filter-fields.ts | type
x-sailkit-operation.filters.fields[].value | {filters} | spec/transforms/collection/filter-fields.ts | type
x-sailkit-operation.sorters | {sorters} | spec/transforms/collection/sorter-fields.ts | type
x-sailkit-re-export.from | {operation}/tags | spec/transforms/build-client-model.ts | slug
x-sailkit-re-export.names[].name | {operation}/operationId | emit/skeleton/exported-names.ts | name
x-sailkit-module.doc[].text | {tag}/name {tag}/description | emit/skeleton/doc-lines.ts | comment
x-sailkit-module.codecs[].* | {operation}/requestBody {operation}/responses | emit/skeleton/operation-descriptor.ts | name
x-sailkit-module.codecs[].file | {operation}/requestBody {operation}/responses | emit/skeleton/build-skeleton.ts | literal
x-sailkit-module.types | {operation}/responses | emit/skeleton/build-skeleton.ts | source
x-sailkit-module.schema | {operation} | emit/skeleton/build-skeleton.ts | condition

x-sailkit-manifest[].name | {operation}/operationId | spec/transforms/name-operations.ts | name
x-sailkit-manifest[].value | {operation} | emit/skeleton/manifest-context.ts | literal
x-sailkit-schemas[].name | {schema} | spec/transforms/build-client-model.ts | name
x-sailkit-schemas[].key | {schema} | spec/transforms/schemas/prepare-schemas.ts | literal
x-sailkit-schemas[].doc[].text | {schema}/description {schema}/deprecated | emit/skeleton/schema-context.ts | comment
x-sailkit-enums[].name | {enum} | spec/transforms/name-enums.ts | name
x-sailkit-enums[].typeName | {enum} | spec/transforms/name-enums.ts | name
x-sailkit-enums[].place[].text | {enum} | emit/skeleton/schema-context.ts | comment
x-sailkit-enums[].values | {enum}/enum | emit/skeleton/schema-context.ts | literal
x-sailkit-enums[].openPart | {enum} | emit/skeleton/schema-context.ts | type
x-sailkit-servers.none | /servers | emit/skeleton/server-context.ts | condition
x-sailkit-servers.list[].url | {server}/url | spec/transforms/servers.ts | literal
x-sailkit-servers.list[].value | {server} | emit/skeleton/server-context.ts | literal
x-sailkit-servers.list[].doc[].text | {server}/description {server}/url | emit/skeleton/server-context.ts | comment
x-sailkit-servers.list[].isFirst | /servers | emit/skeleton/server-context.ts | condition
x-sailkit-servers.list[].variables[].name | {server}/variables | emit/skeleton/server-context.ts | literal
x-sailkit-servers.list[].variables[].type | {server}/variables | emit/skeleton/server-context.ts | type
x-sailkit-servers.list[].variables[].optional | {server}/variables | emit/skeleton/server-context.ts | condition
x-sailkit-servers.list[].variables[].doc[].text | {server}/variables | emit/skeleton/server-context.ts | comment

x-sailkit-docs.title | /info/title | emit/docs/pages/index-context.ts | markdown
x-sailkit-docs.version | /info/version | emit/docs/pages/index-context.ts | markdown
x-sailkit-docs.description | /info/description | emit/docs/pages/index-context.ts | markdown
x-sailkit-docs.source | | pipeline/docs-stage.ts | markdown
x-sailkit-docs.command | | pipeline/docs-stage.ts | markdown
x-sailkit-docs.package | | pipeline/docs-stage.ts | markdown
x-sailkit-docs.packageLiteral | | pipeline/docs-stage.ts | literal
x-sailkit-docs.sdkPackage | | emit/docs/read-sdk-docs.ts | markdown
x-sailkit-docs.baseUrl | /servers/0/url | spec/transforms/servers.ts | markdown
x-sailkit-docs.baseUrlLiteral | /servers/0/url | spec/transforms/servers.ts | literal
x-sailkit-docs.servers[].url | {server}/url | emit/docs/pages/index-context.ts | cell
x-sailkit-docs.servers[].description | {server}/description | emit/docs/pages/index-context.ts | cell
x-sailkit-docs.servers[].variables | {server}/variables | emit/docs/pages/index-context.ts | cell
x-sailkit-docs.security[].name | {scheme} | emit/docs/pages/security-rows.ts | cell
x-sailkit-docs.security[].kind | {scheme}/type | emit/docs/pages/security-rows.ts | cell
x-sailkit-docs.security[].tokenUrl | {scheme}/flows {scheme}/openIdConnectUrl | emit/docs/pages/security-rows.ts | cell
x-sailkit-docs.security[].description | {scheme}/description | emit/docs/pages/security-rows.ts | cell
x-sailkit-docs.tags[].name | {tag}/name | emit/docs/pages/tag-page.ts | cell
x-sailkit-docs.tags[].href | {tag}/name | emit/docs/pages/index-context.ts | path
x-sailkit-docs.tags[].module | {tag}/name | emit/docs/pages/index-context.ts | cell
x-sailkit-docs.tags[].count | /paths | emit/docs/pages/index-context.ts | number
x-sailkit-docs.tags[].brief | {tag}/description | emit/docs/pages/index-context.ts | cell
x-sailkit-docs.modelRows[].name | {model} | emit/docs/model-pages.ts | cell
x-sailkit-docs.modelRows[].href | {model} | emit/docs/model-pages.ts | path
x-sailkit-docs.modelRows[].brief | {model}/description | emit/docs/pages/index-context.ts | cell
x-sailkit-docs.operationCount | /paths | emit/docs/pages/index-context.ts | number
x-sailkit-docs.modelCount | /components/schemas | emit/docs/pages/index-context.ts | number
${frontMatter("x-sailkit-docs.readme", "")}
${frontMatter("x-sailkit-docs.methods", "")}
${frontMatter("x-sailkit-docs.models", "")}

x-sailkit-docs-page.name | {tag}/name | emit/docs/pages/tag-page.ts | markdown
x-sailkit-docs-page.description | {tag}/description | emit/docs/pages/tag-page.ts | markdown
x-sailkit-docs-page.baseUrl | /servers/0/url | spec/transforms/servers.ts | markdown
x-sailkit-docs-page.module | {tag}/name | emit/docs/pages/tag-page.ts | markdown
x-sailkit-docs-page.rows[].anchor | /paths | emit/docs/pages/operation-anchors.ts | slug
x-sailkit-docs-page.rows[].function | /paths | spec/transforms/name-operations.ts | name
x-sailkit-docs-page.rows[].method | /paths | spec/transforms/collect-operations.ts | cell
x-sailkit-docs-page.rows[].path | /paths | spec/transforms/collect-operations.ts | cell
x-sailkit-docs-page.rows[].brief | /paths | emit/docs/pages/operation-page.ts | cell
${frontMatter("x-sailkit-docs-page", "{tag}/name")}

x-sailkit-docs-operation.anchor | {operation}/operationId | emit/docs/pages/operation-anchors.ts | slug
x-sailkit-docs-operation.function | {operation}/operationId | spec/transforms/name-operations.ts | name
x-sailkit-docs-operation.call | {operation}/operationId | emit/docs/pages/operation-page.ts | markdown
x-sailkit-docs-operation.method | {operation} | spec/transforms/collect-operations.ts | cell
x-sailkit-docs-operation.path | {operation} | spec/transforms/collect-operations.ts | cell
x-sailkit-docs-operation.summary | {operation}/summary | emit/docs/pages/operation-page.ts | markdown
x-sailkit-docs-operation.brief | {operation}/summary | emit/docs/pages/operation-page.ts | cell
x-sailkit-docs-operation.description | {operation}/description | emit/docs/pages/operation-page.ts | markdown
x-sailkit-docs-operation.isDeprecated | {operation}/deprecated | emit/docs/pages/operation-page.ts | condition
x-sailkit-docs-operation.deprecated | {operation}/x-deprecated-description | emit/docs/pages/operation-page.ts | markdown
x-sailkit-docs-operation.apiSpec | {operation}/externalDocs/url | emit/docs/pages/operation-page.ts | markdown
x-sailkit-docs-operation.pathParameters[].* | {parameter} | emit/docs/pages/parameter-rows.ts | cell
x-sailkit-docs-operation.pathParameters[].description | {parameter}/description | emit/docs/pages/parameter-rows.ts | cell
x-sailkit-docs-operation.otherParameters[].* | {parameter} | emit/docs/pages/parameter-rows.ts | cell
x-sailkit-docs-operation.passing | {operation}/parameters | emit/docs/pages/operation-page.ts | markdown
x-sailkit-docs-operation.otherParameters[].description | {parameter}/description | emit/docs/pages/parameter-rows.ts | cell
x-sailkit-docs-operation.body.description | {operation}/requestBody/description | emit/docs/pages/operation-page.ts | markdown
x-sailkit-docs-operation.body.required | {operation}/requestBody/required | emit/docs/pages/operation-page.ts | condition
x-sailkit-docs-operation.body.media[].* | {operation}/requestBody/content | emit/docs/pages/operation-page.ts | cell
${fields("x-sailkit-docs-operation.body.fields[]", "{operation}/requestBody/content")}
${fields("x-sailkit-docs-operation.answerFields.fields[]", "{operation}/responses")}
x-sailkit-docs-operation.successes[].* | {response} | emit/docs/pages/response-rows.ts | cell
x-sailkit-docs-operation.successes[].description | {response}/description | emit/docs/pages/response-rows.ts | cell
x-sailkit-docs-operation.errors[].* | {response} | emit/docs/pages/response-rows.ts | cell
x-sailkit-docs-operation.errors[].description | {response}/description | emit/docs/pages/response-rows.ts | cell
x-sailkit-docs-operation.headers[].* | {operation}/responses | emit/docs/pages/response-rows.ts | cell
x-sailkit-docs-operation.contentType | {operation}/requestBody/content | emit/docs/pages/operation-page.ts | markdown
x-sailkit-docs-operation.accept | {operation}/responses | emit/docs/pages/operation-page.ts | markdown
x-sailkit-docs-operation.schemes[].text | {operation}/security | emit/docs/pages/access-context.ts | markdown
x-sailkit-docs-operation.severalSchemes | {operation}/security | emit/docs/pages/access-context.ts | condition
x-sailkit-docs-operation.userLevels | {operation}/x-sailpoint-userLevels | emit/docs/pages/access-context.ts | markdown
x-sailkit-docs-operation.filters[].* | {filters} | emit/docs/pages/collection-context.ts | cell
x-sailkit-docs-operation.sorters[].* | {sorters} | emit/docs/pages/collection-context.ts | cell
x-sailkit-docs-operation.example | {operation}/operationId | emit/docs/examples/operation-examples.ts | path
x-sailkit-docs-operation.sdkExamples[].* | | emit/docs/read-sdk-docs.ts | markdown

x-sailkit-docs-models[].mark | {model} | emit/docs/model-pages.ts | path
x-sailkit-docs-models[].name | {model} | emit/docs/model-pages.ts | markdown
x-sailkit-docs-models[].code | {model} | emit/docs/pages/model-page.ts | markdown
x-sailkit-docs-models[].inputName | {model} | emit/docs/model-pages.ts | markdown
x-sailkit-docs-models[].package | | pipeline/docs-stage.ts | markdown
x-sailkit-docs-models[].description | {model}/description | emit/docs/pages/model-page.ts | markdown
x-sailkit-docs-models[].isDeprecated | {model}/deprecated | emit/docs/pages/model-page.ts | condition
x-sailkit-docs-models[].isNullable | {model} | emit/docs/fields/is-nullable.ts | condition
x-sailkit-docs-models[].apiSpec | {model}/externalDocs/url | emit/docs/pages/model-page.ts | markdown
x-sailkit-docs-models[].type | {model} | emit/docs/fields/type-markdown.ts | markdown
x-sailkit-docs-models[].notes[].text | {model} | emit/docs/fields/schema-notes.ts | markdown
x-sailkit-docs-models[].example | {model} | emit/docs/examples/propose-value.ts | markdown
x-sailkit-docs-models[].value | {model} | emit/docs/examples/propose-value.ts | markdown
x-sailkit-docs-models[].uses[].* | /paths | emit/docs/pages/model-uses.ts | markdown
x-sailkit-docs-models[].moreUses | /paths | emit/docs/pages/model-uses.ts | number
${fields("x-sailkit-docs-models[].fields[]", "{field}")}
${frontMatter("x-sailkit-docs-models[]", "{model}")}

x-sailkit-docs-examples[].mark | /paths | emit/docs/examples/operation-examples.ts | path
x-sailkit-docs-examples[].call.* | /paths | emit/docs/examples/example-program.ts | source
x-sailkit-docs-examples[].call.hasData | /paths | emit/docs/examples/example-program.ts | condition
x-sailkit-docs-examples[].call.answer | /paths | emit/docs/examples/example-program.ts | comment
x-sailkit-docs-examples[].call.title | /paths | emit/docs/examples/example-program.ts | comment
x-sailkit-docs-examples[].call.baseUrl | /servers | emit/docs/examples/example-program.ts | literal
x-sailkit-docs-examples[].call.package | | pipeline/docs-stage.ts | literal
x-sailkit-docs-examples[].call.headers | /components/securitySchemes | emit/docs/examples/authorization-headers.ts | source
x-sailkit-docs-examples[].sdk.code | | emit/docs/read-sdk-docs.ts | source
`;

/** Where every variable comes from. A test holds it to the variables there are, and to what changing a spec changes. */
export const ORIGIN_TABLE: readonly VariableOrigin[] = TABLE.split("\n")
  .filter((line) => line !== "")
  .map((line) => {
    const [variable = "", spec = "", transform = "", form = ""] = line.split("|").map((cell) => cell.trim());
    return { variable, spec: spec.split(" ").filter(Boolean), transform, form: form as VariableForm };
  });
