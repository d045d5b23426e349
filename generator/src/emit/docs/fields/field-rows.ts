import { isObject, type Json, type JsonObject } from "../../../spec/json.ts";
import { resolveObject } from "../../../spec/transforms/resolve-ref.ts";
import { codeSpan } from "../../../text/markdown/code-span.ts";
import { markdownCell } from "../../../text/markdown-cell.ts";
import type { DocsSource } from "../docs-source.ts";
import { firstParagraph } from "../first-paragraph.ts";
import { collectFields, type Field } from "./collect-fields.ts";
import { isNullable } from "./is-nullable.ts";
import { code, schemaNotes } from "./schema-notes.ts";
import { typeMarkdown } from "./type-markdown.ts";

/** Where a table of fields stands. */
export interface FieldPlace {
  /** Where the model pages are, seen from the page: `../models/`. */
  readonly folder: string;
  /** Key of the component schema whose fields they are, by which its enums are found. */
  readonly key?: string;
}

/** The rows of the table of an object schema's fields: every text is Markdown for a cell. */
export function fieldRows(source: DocsSource, schema: Json | undefined, place: FieldPlace): JsonObject[] {
  return collectFields(source.document, schema).map((field) => fieldRow(source, field, place));
}

function fieldRow(source: DocsSource, field: Field, { folder, key }: FieldPlace): JsonObject {
  const own = isObject(field.schema) ? field.schema : {};
  const target = resolveObject(source.document, field.schema) ?? {};
  // What stands beside a reference describes this place; what it refers to describes the type.
  const said = { ...target, ...own };
  const example = said.example ?? (Array.isArray(said.examples) ? said.examples[0] : undefined);
  const named = source.enums.get(`${key}.${field.path.replaceAll("[]", "")}`);
  const notes = schemaNotes(own.$ref === undefined ? own : scalarsOnly(target), named);
  return {
    name: codeSpan(field.path, { cell: true }) || codeSpan(JSON.stringify(field.path), { cell: true }),
    type: typeMarkdown(source, field.schema, { folder }),
    required: field.required ? "yes" : "no",
    nullable: isNullable(source.document, field.schema) ? "yes" : "no",
    description: (said.deprecated === true ? "**Deprecated.** " : "") + describe(own, target),
    notes: [...notes, ...(example === undefined ? [] : [`Example: ${code(example)}`])].join("<br/>"),
  };
}

/** What stands at the place itself, else the beginning of what the type it refers to says. */
function describe(own: JsonObject, target: JsonObject): string {
  const [text = ""] = [own.description, own.title].filter(isText);
  if (text !== "") return markdownCell(text);
  const [other = ""] = [target.description, target.title].filter(isText);
  return markdownCell(firstParagraph(other));
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

/** A reference to an object is described on that object's page; one to a scalar here too. */
function scalarsOnly(target: JsonObject): JsonObject {
  return isObject(target.properties) || target.allOf !== undefined ? {} : target;
}
