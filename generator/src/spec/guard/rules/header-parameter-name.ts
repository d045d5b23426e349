import { componentRef } from "../../bundle/component-ref.ts";
import { toPointer } from "../../json-pointer.ts";
import { isReference } from "../../walk/is-reference.ts";
import { own } from "../../walk/own.ts";
import { headerToken } from "../header-token.ts";
import type { Rule, RuleFinding } from "../rule.ts";

const reserved = new Set(["authorization", "host", "cookie"]);
const ignored = new Set(["accept", "content-type"]);
/** Headers that HTTP clients set themselves; fetch does not let callers set them everywhere. */
const ownedByTransport = new Set([
  "connection",
  "content-length",
  "expect",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/**
 * Header parameters are plain header names, and none that carry credentials or the destination. Among the components such a
 * parameter is harmless until an operation refers to it.
 */
export const headerParameterName: Rule = {
  id: "header-parameter-name",
  kinds: ["parameter"],
  start: (report) => {
    const used = new Set<string>();
    const shelved: { ref: string; finding: RuleFinding }[] = [];
    return {
      visit: ({ value, tokens }) => {
        if (isReference(value)) used.add(value.$ref);
        const name = own(value, "name");
        if (own(value, "in") !== "header" || typeof name !== "string") return;
        const finding = judge(name);
        if (finding === undefined) return;
        const isComponent = tokens[0] === "components" && tokens.length === 3;
        if (!isComponent) report({ ...finding, below: ["name"] });
        else {
          const ref = componentRef("parameters", String(tokens[2]));
          shelved.push({ ref, finding: { ...finding, pointer: toPointer([...tokens, "name"]) } });
        }
      },
      end: () => {
        for (const { ref, finding } of shelved) report(used.has(ref) ? finding : { ...finding, severity: "warning" });
      },
    };
  },
};

function judge(name: string): RuleFinding | undefined {
  const text = JSON.stringify(name);
  const lower = name.toLowerCase();
  if (!headerToken.test(name)) {
    const message = `The header parameter ${text} is no valid header name, so it cannot be sent.`;
    return {
      severity: "error",
      message,
      hint: "A header name has letters, digits and -, and no spaces or line breaks.",
    };
  }
  if (reserved.has(lower)) {
    const message = `The header ${text} decides who asks whom; an operation must not take it as a parameter.`;
    const hint = "Remove the parameter (an overlay can do it); declare authorization as a security scheme.";
    return { severity: "error", message, hint };
  }
  if (ignored.has(lower)) {
    const message = `The header parameter ${text} is ignored, as OpenAPI demands: media types decide the header.`;
    return { severity: "warning", message };
  }
  if (!ownedByTransport.has(lower)) return undefined;
  return {
    severity: "warning",
    message: `The header ${text} belongs to the HTTP client, which may not let callers set it.`,
  };
}
