import { isObject } from "../../json.ts";
import { own } from "../../walk/own.ts";
import type { Rule } from "../rule.ts";

/** The outline of a document. */
export const documentShape: Rule = {
  id: "document-shape",
  kinds: ["document"],
  start: (report, { is30 }) => ({
    visit: ({ value }) => {
      if (!isObject(value)) return;
      const version = own(value, "openapi");
      if (typeof version === "string" && /^\s*3\.2/.test(version)) {
        const message = "OpenAPI 3.2 is read as 3.1; what is new in it may be ignored.";
        report({ severity: "warning", below: ["openapi"], message });
      }
      const paths = own(value, "paths");
      if (paths !== undefined ? isObject(paths) && Object.keys(paths).length > 0 : !is30) return;
      const message = paths === undefined ? "The document has no `paths`." : "The document has no path.";
      report({ severity: "warning", below: paths === undefined ? [] : ["paths"], message });
    },
  }),
};
