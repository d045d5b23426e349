import { matchMedia } from "./match-media.ts";
import { canonicalText } from "./schema/canonical-text.ts";
import type { SpecOperation } from "./spec-operation.ts";
import type { WireContext } from "./wire-context.ts";

/** Compares the request bodies of two operations. */
export function compareBodies({ body: old }: SpecOperation, next: SpecOperation, context: WireContext): void {
  const operation = next.model.id;
  const { body } = next;
  const add = (id: string, message: string, pointer: string, side: "old" | "new" = "new") =>
    context.report({ id, pointer, in: side, message, operations: [operation] });
  if (!old && body) {
    const kind = body.required ? "required" : "optional";
    add(`request-body-added-${kind}`, `there is a${kind === "optional" ? "n" : ""} ${kind} body`, body.pointer);
  }
  if (old && !body) add("request-body-removed", "the body is gone", old.pointer, "old");
  if (!old || !body) return;
  if (!old.required && body.required) add("request-body-became-required", "the body is required", body.pointer);
  if (old.required && !body.required)
    add("request-body-became-optional", "the body is no longer required", body.pointer);
  const { pairs, added, removed } = matchMedia(old.media, body.media);
  for (const media of removed) {
    add("request-media-type-removed", `the body can no longer be ${media.type}`, media.pointer, "old");
  }
  for (const media of added) add("request-media-type-added", `the body may be ${media.type}`, media.pointer);
  for (const pair of pairs) {
    if (pair.old.type !== pair.new.type) {
      add("media-type-parameters-changed", `the body was ${pair.old.type}, is ${pair.new.type}`, pair.new.pointer);
    }
    if (canonicalText(pair.old.encoding) !== canonicalText(pair.new.encoding)) {
      add("encoding-changed", `the encoding of the ${pair.new.essence} body differs`, pair.new.pointer);
    }
    context.schemas.add(pair.old.schema, pair.new.schema, operation, "request");
  }
}
