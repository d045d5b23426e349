import { isObject } from "../../json.ts";
import type { Kind } from "../../walk/kind.ts";
import { kindRules } from "../../walk/kind-rules.ts";
import type { Tidy } from "./tidy.ts";

/** Fields whose null is a value, or which another rule looks after. */
const meaningful = new Set(["example", "default", "const", "type", "value", "requestBody", "parameters"]);
const kinds: readonly Kind[] = [
  "document",
  "header",
  "info",
  "mediaType",
  "operation",
  "parameter",
  "pathItem",
  "requestBody",
  "response",
  "schema",
  "securityScheme",
  "server",
  "tag",
];

/** `required:`, `description:`, `tags:` and the like with nothing behind them are left out. */
export const nullFields: Tidy = {
  id: "absent-value",
  kinds,
  run: (node) => {
    const { kind, value } = node;
    if (!isObject(value)) return;
    const rule = kindRules[kind];
    for (const key of Object.keys(value)) {
      if (value[key] !== null || meaningful.has(key) || key.startsWith("x-")) continue;
      if (rule.shape === "fields" && rule.fields.has(key)) continue;
      node.remove([key]);
      node.warn([key], `Nothing stands behind "${key}"; it was left out.`);
    }
  },
};
