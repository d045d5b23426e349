import { isObject, type JsonObject } from "../../../spec/json.ts";
import { componentSchemas } from "../../../spec/transforms/schemas/schema-usage.ts";
import { codeFence } from "../../../text/markdown/code-fence.ts";
import { codeSpan } from "../../../text/markdown/code-span.ts";
import { safeUrl } from "../../../text/markdown/safe-url.ts";
import { markdownText } from "../../../text/markdown-text.ts";
import type { DocsSource } from "../docs-source.ts";
import { proposeValue } from "../examples/propose-value.ts";
import { fieldRows } from "../fields/field-rows.ts";
import { isNullable } from "../fields/is-nullable.ts";
import { code, schemaNotes } from "../fields/schema-notes.ts";
import { typeMarkdown } from "../fields/type-markdown.ts";
import type { ModelPage } from "../model-pages.ts";
import { FILE_MARK } from "../page-marks.ts";
import { frontMatter } from "./front-matter.ts";
import type { ModelUse } from "./model-uses.ts";

/** Uses that are listed; the model of errors has hundreds. */
const MOST_USES = 40;

/** What the page of one component schema prints. Every text is Markdown already. */
export function modelPage(source: DocsSource, page: ModelPage, uses: readonly ModelUse[]): JsonObject {
  const schema = componentSchemas(source.document)[page.key];
  const object = isObject(schema) ? schema : {};
  const fields = fieldRows(source, object, { folder: "", key: page.key });
  const example = proposeValue(object, { document: source.document, direction: "response" });
  return {
    mark: `${FILE_MARK}docs/models/${page.file}.md`,
    frontMatter: frontMatter(source.settings, { title: page.name, name: page.name, path: `models/${page.file}` }),
    name: page.name,
    code: codeSpan(page.name),
    package: codeSpan(source.settings.package),
    description: markdownText(typeof object.description === "string" ? object.description : "") || false,
    isDeprecated: object.deprecated === true,
    apiSpec: (isObject(object.externalDocs) && safeUrl(String(object.externalDocs.url))) || false,
    inputName: page.inputName === undefined ? false : codeSpan(page.inputName),
    fields,
    type: typeContext(source, object, fields.length > 0),
    isNullable: isNullable(source.document, object),
    notes: schemaNotes(fields.length > 0 ? {} : object, source.enums.get(page.key)).map((text) => ({ text })),
    example: example === undefined || fields.length === 0 ? false : codeFence(JSON.stringify(example, null, 2), "json"),
    value: example === undefined || fields.length > 0 ? false : code(example),
    uses: uses.slice(0, MOST_USES).map(({ name, href, how }) => ({ name: codeSpan(name), href, how })),
    moreUses: uses.length > MOST_USES && String(uses.length - MOST_USES),
  };
}

/** What a schema is beside its fields: a scalar, a list, made of other models. */
function typeContext(source: DocsSource, object: JsonObject, hasFields: boolean): string | false {
  const told = hasFields ? compositionOf(object) : object;
  return told ? typeMarkdown(source, told, { folder: "", cell: false }) : false;
}

/** What a schema is made of, its own fields left out. */
function compositionOf({ allOf, oneOf, anyOf }: JsonObject): JsonObject | undefined {
  const members = [allOf, oneOf, anyOf].filter(Array.isArray).flat();
  const hasModels = members.some((member) => isObject(member) && member.$ref !== undefined);
  if (!hasModels) return undefined;
  return {
    ...(allOf !== undefined && { allOf }),
    ...(oneOf !== undefined && { oneOf }),
    ...(anyOf !== undefined && { anyOf }),
  };
}
