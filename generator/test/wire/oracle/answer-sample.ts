import type { Json, JsonObject } from "../../../src/spec/json.ts";
import type { Answer } from "../recording-server.ts";
import { resolve } from "./resolve.ts";
import { sampleValue } from "./sample-value.ts";
import type { SpecOperation } from "./spec-operation.ts";

/** An answer to give, and what the client has to make of it. */
export interface AnswerSample {
  readonly answer: Answer;
  /** JSON, or text and bytes as Latin-1; undefined for no body. */
  readonly reads: Json | undefined;
}

/** The first 2xx answer the spec declares; 204 where it declares none. */
export function successSample(document: JsonObject, operation: SpecOperation): AnswerSample {
  const declared = operation.responses.find(({ status }) => status.startsWith("2"));
  const response = declared ?? operation.responses.find(({ status }) => status === "DEFAULT");
  const status = /^\d+$/.test(response?.status ?? "") ? Number(response?.status) : 200;
  // Where there is a choice, clients of today ask for JSON, the plain one first.
  const offered = response?.media ?? [];
  const [media = offered[0]] = [/^application\/json\b/i, /[/+]json\b/i].flatMap((json) =>
    offered.filter(({ type }) => json.test(type)),
  );
  const bodiless = status === 204 || status === 205 || operation.method === "head";
  if (!media || bodiless) return { answer: { status }, reads: undefined };
  const essence = media.type.split(";")[0]?.trim().toLowerCase() ?? "";
  const schema = resolve(document, media.source.schema);
  const isAny = essence === "*/*" || essence === "application/*";
  if (/[/+]json$/.test(essence) || essence === "json" || (isAny && schema.format !== "binary")) {
    const value = sampleValue(document, media.source.schema, "body");
    const type = isAny ? "application/json" : media.type;
    return { answer: { status, type, body: JSON.stringify(value) }, reads: value };
  }
  const type = media.type.replace("*/*", "application/pdf").replace("/*", "/x-sample");
  return { answer: { status, type, body: "<é>" }, reads: Buffer.from("<é>", "utf8").toString("latin1") };
}

/** The first error the spec declares with a JSON object; else an empty 503. */
export function failureSample(document: JsonObject, operation: SpecOperation): AnswerSample {
  for (const { status, media } of operation.method === "head" ? [] : operation.responses) {
    const json = media.find(({ type }) => /^application\/json\b/.test(type));
    if (!/^[45]\d\d$/.test(status) || !json) continue;
    const value = sampleValue(document, json.source.schema, "body");
    if (typeof value !== "object" || value === null) continue;
    return { answer: { status: Number(status), type: json.type, body: JSON.stringify(value) }, reads: value };
  }
  return { answer: { status: 503 }, reads: undefined };
}
