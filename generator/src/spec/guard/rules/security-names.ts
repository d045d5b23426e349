import { isObject, type Json } from "../../json.ts";
import { own } from "../../walk/own.ts";
import type { Rule } from "../rule.ts";

/** Security requirements name declared schemes. */
export const securityNames: Rule = {
  id: "security-names",
  kinds: ["document", "operation"],
  start: (report, { document }) => {
    const schemes = own(own(document, "components"), "securitySchemes");
    const noted = new Set<string>();
    return {
      visit: ({ value }) => {
        for (const [index, name] of schemeNames(own(value, "security"))) {
          if (own(schemes, name) !== undefined || noted.has(name)) continue;
          noted.add(name);
          const message = `The security scheme ${JSON.stringify(name)} is not declared; it is ignored.`;
          const hint = "Declare it under components.securitySchemes.";
          report({ severity: "warning", below: ["security", index], message, hint });
        }
      },
    };
  },
};

function schemeNames(security: Json | undefined): [number, string][] {
  if (!Array.isArray(security)) return [];
  return security.flatMap((requirement, index) =>
    isObject(requirement) ? Object.keys(requirement).map((name): [number, string] => [index, name]) : [],
  );
}
