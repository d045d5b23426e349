import { isObject } from "../../json.ts";
import { own } from "../../walk/own.ts";
import type { Rule } from "../rule.ts";
import { typesOf } from "../schema-types.ts";

const known = new Set(["array", "boolean", "integer", "null", "number", "object", "string"]);

/** The types of JSON Schema, and arrays that say what is in them. */
export const schemaType: Rule = {
  id: "schema-type",
  kinds: ["schema"],
  start: (report, { is30 }) => ({
    visit: ({ value }) => {
      if (!isObject(value)) return;
      const types = typesOf(value);
      const unknown = types.filter((type) => !known.has(type));
      if (unknown.length > 0) {
        const names = unknown.map((type) => JSON.stringify(type)).join(", ");
        report({
          severity: "warning",
          below: ["type"],
          message: `${names} is no type of JSON Schema, so it says nothing.`,
        });
      }
      if (is30 && Array.isArray(own(value, "type"))) {
        report({
          severity: "warning",
          below: ["type"],
          message: "A list of types is of OpenAPI 3.1; it is read as there.",
        });
      }
      const isOpen = own(value, "items") === undefined && own(value, "prefixItems") === undefined;
      if (is30 && types.includes("array") && isOpen) {
        report({ severity: "warning", message: "The array does not say what its items are." });
      }
    },
  }),
};
