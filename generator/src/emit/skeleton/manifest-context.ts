import type { OperationModel } from "../../model/client-model.ts";
import type { JsonObject } from "../../spec/json.ts";
import { literal } from "../../text/literal.ts";

/** Methods that may be sent twice with the effect of once (RFC 9110, section 9.2.2). */
const IDEMPOTENT = new Set(["get", "head", "put", "delete", "options", "trace"]);

/** One entry of the manifest: everything known of an operation, as data. */
export function manifestContext(operation: OperationModel): JsonObject {
  const entry = {
    id: operation.id,
    method: operation.method.toUpperCase(),
    path: operation.wirePath,
    tag: operation.tags[0],
    summary: operation.summary || undefined,
    deprecated: operation.deprecated,
    idempotent: IDEMPOTENT.has(operation.method),
    security: operation.security.map((schemes) =>
      Object.fromEntries(schemes.map(({ scheme, scopes }) => [scheme, scopes])),
    ),
    userLevels: operation.userLevels.length > 0 ? operation.userLevels : undefined,
    parameters: operation.parameters.map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      required: parameter.required || undefined,
      default: parameter.default,
    })),
    requestMedia: operation.body?.media.map(({ type }) => type),
    responseMedia: Object.fromEntries(
      operation.responses.map(({ status, media }) => [status, media.map(({ type }) => type)]),
    ),
    paging: operation.paging && { limit: operation.paging.limit, count: operation.paging.count },
    filters: operation.filters && Object.fromEntries(operation.filters.map(filterEntry)),
    sorters: operation.sorters,
  };
  return { name: operation.name, value: literal(entry) };
}

function filterEntry(field: NonNullable<OperationModel["filters"]>[number]): [string, object] {
  return [
    field.name,
    { operators: field.operators, type: field.type, ...(field.enum.length > 0 && { enum: field.enum }) },
  ];
}
