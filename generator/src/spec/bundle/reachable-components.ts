import type { Json } from "../json.ts";
import { fromPointer } from "../json-pointer.ts";
import { isReference } from "../walk/is-reference.ts";
import type { Kind } from "../walk/kind.ts";
import { own } from "../walk/own.ts";
import { sectionOf } from "../walk/section-of.ts";
import { valueAt } from "../walk/value-at.ts";
import { walkSpec } from "../walk/walk-spec.ts";

/**
 * The components of a bundled document that its paths and webhooks use, directly or through others, as
 * `section/name` strings.
 */
export function reachableComponents(document: Json): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue: { kind: Kind; value: Json }[] = [
    { kind: "paths", value: own(document, "paths") ?? {} },
    { kind: "pathItems", value: own(document, "webhooks") ?? {} },
  ];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    walkSpec(
      next.value,
      (kind, value) => {
        const section = sectionOf(kind);
        if (section === undefined || !isReference(value)) return;
        const tokens = fromPointer(value.$ref.slice(1).replaceAll("%25", "%"));
        const target = valueAt(document, tokens);
        const key = tokens.slice(1).join("/");
        if (reached.has(key)) return;
        reached.add(key);
        if (target !== undefined) queue.push({ kind, value: target });
      },
      next.kind,
    );
  }
  return reached;
}
