import { matchMedia } from "./match-media.ts";
import type { SpecOperation, SpecResponse } from "./spec-operation.ts";
import type { WireContext } from "./wire-context.ts";

/** Compares what two operations answer. */
export function compareResponses(old: SpecOperation, next: SpecOperation, context: WireContext): void {
  const operation = next.model.id;
  const operations = [operation];
  const later = new Map(next.responses.map((response) => [response.status, response]));
  const earlier = new Map(old.responses.map((response) => [response.status, response]));
  for (const response of old.responses) {
    const other = later.get(response.status);
    if (other) compareResponse(response, other, next, context);
    else {
      const message = `${response.status} is no longer answered`;
      const id = `response-${kindOf(response)}-removed`;
      context.report({ id, pointer: response.pointer, in: "old", message, operations });
    }
  }
  for (const response of next.responses) {
    if (earlier.has(response.status)) continue;
    const message = `${response.status} may be answered`;
    context.report({
      id: `response-${kindOf(response)}-added`,
      pointer: response.pointer,
      in: "new",
      message,
      operations,
    });
  }
}

function kindOf({ status }: SpecResponse): "success" | "error" {
  return status.startsWith("2") ? "success" : "error";
}

function compareResponse(old: SpecResponse, next: SpecResponse, { model }: SpecOperation, context: WireContext): void {
  const add = (id: string, message: string, pointer: string, side: "old" | "new" = "new") =>
    context.report({ id, pointer, in: side, message: `${next.status} ${message}`, operations: [model.id] });
  const { pairs, added, removed } = matchMedia(old.media, next.media);
  // HEAD is answered without a body, whatever is declared.
  if (model.method !== "head") {
    for (const media of removed) {
      add("response-media-type-removed", `is no longer answered as ${media.type}`, media.pointer, "old");
    }
    for (const media of added) add("response-media-type-added", `may be answered as ${media.type}`, media.pointer);
    for (const pair of pairs) {
      if (pair.old.type !== pair.new.type) {
        add("media-type-parameters-changed", `was ${pair.old.type}, is ${pair.new.type}`, pair.new.pointer);
      }
      context.schemas.add(pair.old.schema, pair.new.schema, model.id, "response");
    }
  }
  const headers = new Map(next.headers.map((header) => [header.name.toLowerCase(), header]));
  for (const header of old.headers) {
    const other = headers.get(header.name.toLowerCase());
    headers.delete(header.name.toLowerCase());
    if (!other) {
      add("response-header-removed", `no longer carries the header ${header.name}`, header.pointer, "old");
      continue;
    }
    if (header.required && !other.required) {
      add("response-header-became-optional", `may come without the header ${other.name}`, other.pointer);
    }
    if (!header.required && other.required) {
      add("response-header-became-required", `always carries the header ${other.name}`, other.pointer);
    }
    context.schemas.add(header.schema, other.schema, model.id, "response");
  }
  for (const header of headers.values()) {
    add("response-header-added", `carries the header ${header.name}`, header.pointer);
  }
}
