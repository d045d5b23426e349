import type { MediaModel, OperationModel, ResponseModel } from "../../../model/client-model.ts";
import { isObject, type JsonObject } from "../../../spec/json.ts";
import { resolveObject } from "../../../spec/transforms/resolve-ref.ts";
import { codeSpan } from "../../../text/markdown/code-span.ts";
import { markdownCell } from "../../../text/markdown-cell.ts";
import { type DocsSource, operationObject } from "../docs-source.ts";
import { typeMarkdown } from "../fields/type-markdown.ts";

/** Rows of the answers of an operation, those that succeed apart from those that do not. */
export interface ResponseRows {
  readonly successes: JsonObject[];
  readonly errors: JsonObject[];
  /** Headers of all answers: `name`, `type`, `statuses`, `description`. */
  readonly headers: JsonObject[];
}

const EMPTY = "(empty response body)";

/** The answers of an operation for tables; every text is Markdown for a cell. */
export function responseRows(source: DocsSource, operation: OperationModel): ResponseRows {
  const rows = operation.responses.map((response) => ({
    status: response.status,
    type: responseType(source, operation, response),
    description: markdownCell(response.description),
  }));
  const isSuccess = successTest(operation);
  return {
    successes: rows.filter(({ status }) => isSuccess(status)),
    errors: rows.filter(({ status }) => !isSuccess(status) && !status.startsWith("1")),
    headers: headerRows(source, operation),
  };
}

/** Tells by status which answers are `data`: 2xx, or the default where no 2xx is declared. */
export function successTest({ responses }: Pick<OperationModel, "responses">): (status: string) => boolean {
  const hasSuccess = responses.some(({ status }) => status.startsWith("2"));
  return (status) => status.startsWith("2") || (!hasSuccess && status === "default");
}

/** What the body of an answer is read as. */
function responseType(source: DocsSource, { method }: OperationModel, { media }: ResponseModel): string {
  if (method === "head" || media.length === 0) return EMPTY;
  return [...new Set(media.map((one) => mediaType(source, one)))].join(" \\| ");
}

function mediaType(source: DocsSource, { kind, schema }: MediaModel): string {
  if (kind === "json") return typeMarkdown(source, schema, { folder: "../models/" });
  return kind === "text" || kind === "form" ? "`string`" : "`Blob`";
}

function headerRows(source: DocsSource, operation: OperationModel): JsonObject[] {
  const rows = new Map<string, { type: string; description: string; statuses: string[] }>();
  const { responses } = operationObject(source, operation);
  for (const [status, value] of isObject(responses) ? Object.entries(responses) : []) {
    const headers = resolveObject(source.document, value)?.headers;
    for (const [name, entry] of isObject(headers) ? Object.entries(headers) : []) {
      const header = resolveObject(source.document, entry) ?? {};
      const row = rows.get(name) ?? {
        type: header.schema === undefined ? "`string`" : typeMarkdown(source, header.schema, { folder: "../models/" }),
        description: markdownCell(typeof header.description === "string" ? header.description : ""),
        statuses: [],
      };
      row.statuses.push(status);
      rows.set(name, row);
    }
  }
  return [...rows].map(([name, { type, description, statuses }]) => ({
    name: codeSpan(name, { cell: true }),
    type,
    description,
    statuses: markdownCell(statuses.join(", ")),
  }));
}
