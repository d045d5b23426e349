import { isObject } from "../../json.ts";
import { isReference } from "../../walk/is-reference.ts";
import { own } from "../../walk/own.ts";
import type { Rule } from "../rule.ts";

const places = new Set(["query", "path", "header", "cookie", "querystring"]);

/** A parameter has a name, a place and a type. */
export const parameterShape: Rule = {
  id: "parameter-shape",
  kinds: ["parameter"],
  start: (report) => ({
    visit: ({ value }) => {
      if (!isObject(value) || isReference(value)) return;
      const name = own(value, "name");
      const place = own(value, "in");
      if (typeof name !== "string" || name === "") {
        report({ severity: "error", message: "The parameter has no name.", hint: "Add `name`." });
      }
      if (place === "body" || place === "formData") {
        const message = `A parameter in "${place}" is of Swagger 2.0; OpenAPI 3 has requestBody instead.`;
        report({ severity: "error", below: ["in"], message, hint: "Turn it into a requestBody." });
      } else if (typeof place !== "string" || !places.has(place)) {
        const message = "The parameter does not say where it goes.";
        report({ severity: "error", message, hint: "Set `in` to query, path, header or cookie." });
      }
      if (own(value, "schema") === undefined && own(value, "content") === undefined) {
        const swagger = own(value, "type") !== undefined;
        const message = swagger
          ? "The parameter has its type beside it, as in Swagger 2.0; OpenAPI 3 reads `schema` only, so the type is unknown."
          : "The parameter has neither schema nor content, so its type is unknown.";
        report({ severity: "warning", message, hint: "Add `schema`." });
      }
    },
  }),
};
