import { isObject } from "../../json.ts";
import type { Rule } from "../rule.ts";

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
const FIELDS = new Set([...METHODS, "$ref", "summary", "description", "servers", "parameters"]);

/** Methods of a path are keys in lower case; under any other key an operation would be lost without a word. */
export const pathItemKeys: Rule = {
  id: "path-item-keys",
  kinds: ["pathItem"],
  start: (report) => ({
    visit: ({ value }) => {
      if (!isObject(value)) return;
      for (const key of Object.keys(value)) {
        if (FIELDS.has(key) || key.startsWith("x-")) continue;
        const method = METHODS.has(key.toLowerCase()) ? key.toLowerCase() : undefined;
        report({
          severity: "warning",
          below: [key],
          message: `A path has no field ${JSON.stringify(key)}; what it holds is left out.`,
          ...(method !== undefined && { hint: `Write ${method}: methods stand in lower case.` }),
        });
      }
    },
  }),
};
