import { own } from "../../walk/own.ts";
import type { Rule } from "../rule.ts";

/** `token` of RFC 9110 §5.6.2. */
export const headerToken = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const reserved = new Set(["authorization", "host", "cookie"]);
const ignored = new Set(["accept", "content-type"]);
/** Headers that HTTP clients set themselves and do not let callers set. */
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

/** Header parameters must be plain header names, and must not be ones that carry credentials or the destination. */
export const headerParameterName: Rule = {
  id: "header-parameter-name",
  kinds: ["parameter"],
  start: (report) => ({
    visit: ({ value }) => {
      const name = own(value, "name");
      if (own(value, "in") !== "header" || typeof name !== "string") return;
      const text = JSON.stringify(name);
      const lower = name.toLowerCase();
      if (!headerToken.test(name)) {
        report({
          severity: "error",
          below: ["name"],
          message: `The header parameter ${text} is no valid header name, so it cannot be sent.`,
          hint: "A header name has letters, digits and -, and no spaces or line breaks.",
        });
      } else if (reserved.has(lower)) {
        report({
          severity: "error",
          below: ["name"],
          message: `The header ${text} decides who is asked as whom; an operation must not take it as a parameter.`,
          hint: "Remove the parameter (an overlay can); declare authorization as a security scheme.",
        });
      } else if (ignored.has(lower)) {
        report({
          severity: "warning",
          below: ["name"],
          message: `The header parameter ${text} is ignored, as OpenAPI demands: media types decide the header.`,
        });
      } else if (ownedByTransport.has(lower)) {
        report({
          severity: "warning",
          below: ["name"],
          message: `The header ${text} is set by the HTTP client itself; most do not let callers set it.`,
        });
      }
    },
  }),
};
