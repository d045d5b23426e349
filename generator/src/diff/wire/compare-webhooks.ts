import { METHODS } from "../../model/client-model.ts";
import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { toPointer } from "../../spec/json-pointer.ts";
import { matchMedia } from "./match-media.ts";
import { readMessages } from "./read-messages.ts";
import { resolvePart } from "./resolve-part.ts";
import type { WireContext } from "./wire-context.ts";

/** Compares what the API sends to a consumer: its bodies are read, like answers. */
export function compareWebhooks(context: WireContext): void {
  const before = webhooks(context.old);
  const after = webhooks(context.new);
  for (const [name, { pointer, body }] of before) {
    const other = after.get(name);
    if (!other) {
      const message = `the webhook ${name} is gone`;
      context.report({ id: "operation-removed", pointer, in: "old", message, operations: [] });
      continue;
    }
    for (const pair of matchMedia(body?.media ?? [], other.body?.media ?? []).pairs) {
      context.schemas.add(pair.old.schema, pair.new.schema, name, "response");
    }
  }
  for (const [name, { pointer }] of after) {
    if (before.has(name)) continue;
    context.report({
      id: "operation-added",
      pointer,
      in: "new",
      message: `the webhook ${name} is new`,
      operations: [],
    });
  }
}

function webhooks(document: JsonObject) {
  const entries = isObject(document.webhooks) ? Object.entries(document.webhooks) : [];
  return new Map(
    entries.flatMap(([name, value]) => {
      const item = resolvePart(document, { node: value as Json, pointer: toPointer(["webhooks", name]) });
      return METHODS.filter((method) => isObject(item?.node[method])).map((method) => {
        const pointer = `${item?.pointer}/${method}`;
        // Read as something that has a body, whatever the method.
        const { body } = readMessages(document, "post", { node: item?.node[method] as JsonObject, pointer });
        return [`${method} ${name}`, { pointer, body }] as const;
      });
    }),
  );
}
