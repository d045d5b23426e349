import { isObject, type Json } from "../../json.ts";
import type { Kind } from "../../walk/kind.ts";
import { kindRules } from "../../walk/kind-rules.ts";
import type { Rule } from "../rule.ts";

/** What no request, no answer and no type depends on. */
const decorative: ReadonlySet<Kind> = new Set([
  "encoding",
  "encodings",
  "example",
  "examples",
  "externalDocs",
  "info",
  "link",
  "links",
  "server",
  "serverList",
  "tag",
  "tagList",
]);

/** Objects where the standard has objects, lists where it has lists. */
export const malformed: Rule = {
  id: "malformed",
  kinds: Object.keys(kindRules) as Kind[],
  start: (report) => ({
    visit: ({ kind, value }) => {
      const wanted = kindRules[kind].shape === "list" ? "list" : "object";
      if (wanted === "list" ? Array.isArray(value) : isObject(value)) return;
      // Booleans are schemas, and lists of schemas stood under `items` in older JSON Schema.
      if (kind === "schema" && (typeof value === "boolean" || Array.isArray(value))) return;
      const harmless = decorative.has(kind);
      report({
        severity: harmless ? "warning" : "error",
        message: `Here should be ${wanted === "list" ? "a list" : `an object (${kind})`}, but there is ${nameOf(value)}.`,
        hint: harmless ? "It is ignored." : "Correct the document here.",
      });
    },
  }),
};

function nameOf(value: Json): string {
  if (value === null) return "nothing";
  return Array.isArray(value) ? "a list" : isObject(value) ? "an object" : `a ${typeof value}`;
}
