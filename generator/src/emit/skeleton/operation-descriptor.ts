import type { MediaModel, OperationModel, ParameterModel } from "../../model/client-model.ts";
import type { JsonObject } from "../../spec/json.ts";
import { literal } from "../../text/literal.ts";

/** The members of the object a generated function passes to `client.call`: only those that are not the default. */
export function descriptorEntries(operation: OperationModel): JsonObject[] {
  const entries: [string, unknown][] = [
    ["id", operation.id],
    ["method", operation.method.toUpperCase()],
    ["path", operation.wirePath],
    ["query", operation.fixedQuery || undefined],
    ["body", bodyTypes(operation)],
    ["accept", acceptHeader(operation)],
    ["styles", parameterStyles(operation.parameters)],
    ["encoding", encodings(operation)],
    ["server", operation.server],
    ["deprecated", operation.deprecated],
    ["paging", operation.paging && { limit: operation.paging.limit, count: operation.paging.count || undefined }],
    [
      "filters",
      operation.filters && Object.fromEntries(operation.filters.map(({ name, operators }) => [name, operators])),
    ],
    ["sorters", operation.sorters],
  ];
  return entries.filter(([, value]) => value !== undefined).map(([key, value]) => ({ key, value: literal(value) }));
}

/** The codecs of the client's runtime an operation needs. */
export function codecNames(operation: OperationModel): string[] {
  const sent = new Set(operation.body?.media.map(({ kind }) => kind));
  const names: string[] = [];
  if (operation.fixedQuery !== "" || operation.parameters.some(({ style }) => style !== undefined))
    names.push("styles");
  if (sent.has("form")) names.push("form");
  if (sent.has("multipart")) names.push("multipart");
  if (sent.has("text") || sent.has("binary")) names.push("raw");
  if (answers(operation).some(({ kind }) => kind !== "json")) names.push("media");
  return names;
}

function bodyTypes(operation: OperationModel): string | string[] | undefined {
  const types = operation.body?.media.map(({ type }) => type) ?? [];
  if (types.length > 1) return types;
  return types[0] === "application/json" ? undefined : types[0];
}

/** Every media type the operation may answer, errors included; undefined where that is JSON alone. */
function acceptHeader(operation: OperationModel): string | undefined {
  const types = [...new Set(operation.responses.flatMap(({ media }) => media.map(({ type }) => type)))];
  if (types.length === 0 || types.join() === "application/json") return undefined;
  return types.join(", ");
}

/** Media types of what is read as data. */
function answers(operation: OperationModel): MediaModel[] {
  const success = operation.responses.filter(({ status }) => status.startsWith("2"));
  const read = success.length > 0 ? success : operation.responses.filter(({ status }) => status === "default");
  return read.flatMap(({ media }) => media);
}

function parameterStyles(parameters: readonly ParameterModel[]): Record<string, Record<string, string>> | undefined {
  const styles: Record<string, Record<string, string>> = {};
  for (const { in: place, name, style } of parameters) {
    if (style !== undefined) styles[place] = { ...styles[place], [name]: style };
  }
  return Object.keys(styles).length > 0 ? styles : undefined;
}

/** How properties of form and multipart bodies are encoded, where the spec says so. */
function encodings(operation: OperationModel): Record<string, string> | undefined {
  const encoding: Record<string, string> = {};
  for (const media of operation.body?.media ?? []) {
    for (const [property, value] of Object.entries(media.encoding)) {
      const { contentType, style, explode } = (value ?? {}) as JsonObject;
      if (media.kind === "multipart" && typeof contentType === "string")
        encoding[property] = contentType.split(",")[0]?.trim() ?? "";
      if (media.kind !== "form") continue;
      if (contentType === "application/json") encoding[property] = "json";
      else if (typeof style === "string")
        encoding[property] = `${style}${explode === true || (explode === undefined && style === "form") ? "*" : ""}`;
    }
  }
  return Object.keys(encoding).length > 0 ? encoding : undefined;
}
