import type { MediaKind, OperationModel, ParameterModel, ResponseModel } from "../../model/client-model.ts";
import type { CodecName } from "../../naming/codec-names.ts";
import { isObject, type JsonObject } from "../../spec/json.ts";
import { mediaKind } from "../../spec/transforms/media-types.ts";
import { literal } from "../../text/literal.ts";
import { sentType } from "./sent-type.ts";

/** The members of the object a generated function passes to `client.call`: only those that are not the default. */
export function descriptorEntries(operation: OperationModel): JsonObject[] {
  const entries: [string, unknown][] = [
    ["id", operation.id],
    ["method", operation.method.toUpperCase()],
    ["path", operation.wirePath],
    ["query", operation.fixedQuery || undefined],
    ["body", bodyTypes(operation)],
    ["accept", acceptHeader(operation)],
    ["answers", answerKinds(operation).length > 1 ? answerKinds(operation) : undefined],
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
export function codecNames(operation: OperationModel): CodecName[] {
  const sent = new Set(operation.body?.media.map(({ kind }) => kind));
  const names: CodecName[] = [];
  if (operation.fixedQuery !== "" || operation.parameters.some(({ style }) => style !== undefined))
    names.push("styles");
  if (sent.has("form")) names.push("form");
  if (sent.has("multipart")) names.push("multipart");
  if (sent.has("text") || sent.has("binary")) names.push("raw");
  const reader = readerName(operation);
  if (reader) names.push(reader);
  return names;
}

/** The codec that reads the 2xx answers; undefined where that is JSON, or nothing as 204 has it. */
function readerName(operation: OperationModel): CodecName | undefined {
  const kinds = answerKinds(operation);
  if (kinds.length > 1) return "media";
  if (kinds[0] === "text" || kinds[0] === "blob") return kinds[0];
  if (operation.method === "head") return undefined;
  const answered = answeredAsData(operation);
  const canBeEmpty = answered.some(({ status, media }) => media.length === 0 && !/^20[45]$/.test(status));
  if (kinds.length === 0) return canBeEmpty || answered.length === 0 ? "undeclared" : undefined;
  return canBeEmpty ? "optional" : undefined;
}

/** Kinds of what is read as data, in the order the spec declares them: `json`, `text`, `blob`. */
function answerKinds(operation: OperationModel): string[] {
  const kinds = answeredAsData(operation)
    .flatMap(({ media }) => media)
    .map(({ kind }) => ({ json: "json", text: "text", form: "text", multipart: "blob", binary: "blob" })[kind]);
  return [...new Set(kinds)];
}

function bodyTypes(operation: OperationModel): string | string[] | undefined {
  const types = [...new Set(operation.body?.media.map(sentType))];
  if (types.length > 1) return types;
  return types[0] === "application/json" ? undefined : types[0];
}

/** Every media type the operation may answer, errors included; undefined where that is JSON alone. */
function acceptHeader(operation: OperationModel): string | undefined {
  const media = operation.responses.flatMap((response) => response.media);
  const types = [...new Set(media.flatMap((one) => [sentType(one), one.type]))];
  if (types.length === 0 || types.join() === "application/json") return undefined;
  return types.join(", ");
}

/** Responses whose body is given as data. */
function answeredAsData(operation: OperationModel): ResponseModel[] {
  const success = operation.responses.filter(({ status }) => status.startsWith("2"));
  return success.length > 0 ? success : operation.responses.filter(({ status }) => status === "default");
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
  const encodings = new Map<string, string>();
  for (const media of operation.body?.media ?? []) {
    for (const [property, value] of Object.entries(media.encoding)) {
      const written = isObject(value) ? encodingOf(media.kind, value) : undefined;
      if (written !== undefined) encodings.set(property, written);
    }
  }
  return encodings.size > 0 ? Object.fromEntries(encodings) : undefined;
}

/** The media type of a part, or the style of a property of a form. */
function encodingOf(kind: MediaKind, encoding: JsonObject): string | undefined {
  const { contentType, style, explode, allowReserved } = encoding;
  const type = typeof contentType === "string" ? (contentType.split(",")[0] ?? "").trim() : undefined;
  if (kind === "multipart") return type;
  if (kind !== "form") return undefined;
  // A style, however stated, makes the content type count for nothing.
  if (style !== undefined || explode !== undefined || allowReserved !== undefined) {
    const stated = typeof style === "string" ? style : "form";
    const exploded = typeof explode === "boolean" ? explode : stated === "form";
    return `${stated}${exploded ? "*" : ""}${allowReserved === true ? "+" : ""}`;
  }
  return type !== undefined && mediaKind(type) === "json" ? "json" : undefined;
}
