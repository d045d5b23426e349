import type { OperationModel } from "../../../model/client-model.ts";
import type { JsonObject } from "../../../spec/json.ts";
import { codeSpan } from "../../../text/markdown/code-span.ts";

/** The filters and sorters of an operation as rows of tables; every text is Markdown for a cell. */
export function collectionContext({ filters, sorters }: OperationModel): JsonObject {
  return {
    filters: (filters ?? []).map((field) => ({
      field: cell(field.name),
      operators: field.operators.map(cell).join(", "),
      type: cell(field.type),
      values: field.enum.map(cell).join(", ") || "any",
    })),
    sorters: (sorters ?? []).map((field) => ({
      field: cell(field),
      ascending: cell(field),
      descending: cell(`-${field}`),
    })),
  };
}

function cell(text: string): string {
  return codeSpan(text, { cell: true });
}
