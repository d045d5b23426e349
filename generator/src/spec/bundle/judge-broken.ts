import type { Finding } from "../finding.ts";
import type { Json } from "../json.ts";
import type { Kind } from "../walk/kind.ts";
import type { BrokenReference } from "./broken-reference.ts";
import { reachableComponents } from "./reachable-components.ts";

/** What a client does without: leaving it out changes no request and no type. */
const dispensable: ReadonlySet<Kind> = new Set([
  "example",
  "examples",
  "link",
  "links",
  "header",
  "externalDocs",
  "tag",
]);

/**
 * Decides which references to nothing matter. They were left out of the document (schemas became unknown); that is wrong
 * where a client depends on them, and harmless in components that nothing uses, or in examples.
 */
export function judgeBroken(broken: readonly BrokenReference[], document: Json): Finding[] {
  if (broken.length === 0) return [];
  const reachable = reachableComponents(document);
  return broken.map(({ kind, tokens, finding }): Finding => {
    const used = tokens[0] !== "components" || reachable.has(tokens.slice(1, 3).join("/"));
    if (used && !dispensable.has(kind)) return { severity: "error", ...finding };
    return {
      severity: "warning",
      ...finding,
      message: `${finding.message} Nothing depends on it, so it was left out.`,
    };
  });
}
