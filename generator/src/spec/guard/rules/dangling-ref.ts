import { fromPointer } from "../../json-pointer.ts";
import { isReference } from "../../walk/is-reference.ts";
import { sectionOf } from "../../walk/section-of.ts";
import { valueAt } from "../../walk/value-at.ts";
import type { Rule } from "../rule.ts";

/** After bundling, references lead to components. An overlay applied later can have brought in others. */
export const danglingRef: Rule = {
  id: "dangling-ref",
  kinds: ["schema", "response", "parameter", "example", "requestBody", "header", "securityScheme", "link", "callback"],
  start: (report, { document }) => ({
    visit: ({ kind, value }) => {
      if (!isReference(value)) return;
      const ref = value.$ref;
      const section = sectionOf(kind) ?? "";
      const tokens = fromPointer(ref.slice(1).replaceAll("%25", "%"));
      const isNormal =
        ref.startsWith("#/") && tokens.length === 3 && tokens[0] === "components" && tokens[1] === section;
      if (isNormal && valueAt(document, tokens) !== undefined) return;
      report({
        severity: "error",
        below: ["$ref"],
        message: `The reference ${JSON.stringify(ref)} leads to no entry of components.${section}.`,
        hint: "Correct the reference, or add the component.",
      });
    },
  }),
};
