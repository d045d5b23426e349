import type { ParameterModel } from "../../../model/client-model.ts";
import type { JsonObject } from "../../../spec/json.ts";
import { resolveObject } from "../../../spec/transforms/resolve-ref.ts";
import { codeSpan } from "../../../text/markdown/code-span.ts";
import { markdownCell } from "../../../text/markdown-cell.ts";
import type { DocsSource } from "../docs-source.ts";
import { statedExample } from "../examples/stated-example.ts";
import { code, schemaNotes } from "../fields/schema-notes.ts";
import { typeMarkdown } from "../fields/type-markdown.ts";

/** The rows of a table of parameters: `name`, `in`, `type`, `description`, `notes`, each Markdown for a cell. */
export function parameterRows(source: DocsSource, parameters: readonly ParameterModel[]): JsonObject[] {
  return parameters.map((parameter) => ({
    name: codeSpan(parameter.name, { cell: true }),
    place: parameter.in,
    type: parameter.schema ? typeMarkdown(source, parameter.schema, { folder: "../models/" }) : "`string`",
    description: markdownCell(parameter.description),
    notes: notes(source, parameter).join("<br/>"),
  }));
}

function notes({ document }: DocsSource, parameter: ParameterModel): string[] {
  const schema = resolveObject(document, parameter.schema) ?? {};
  const example = statedExample(document, parameter.source) ?? schema.example;
  return [
    ...(parameter.required ? ["Required"] : []),
    ...(parameter.deprecated ? ["**Deprecated**"] : []),
    ...schemaNotes(schema),
    ...(example === undefined ? [] : [`Example: ${code(example)}`]),
  ];
}
