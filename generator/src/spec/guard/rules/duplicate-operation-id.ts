import { toPointer } from "../../json-pointer.ts";
import { own } from "../../walk/own.ts";
import type { Rule } from "../rule.ts";

/**
 * Operation ids name functions, so each may stand only once under `paths`. Those of callbacks and webhooks name nothing, and a
 * path item under `components` is seen where it is used.
 */
export const duplicateOperationId: Rule = {
  id: "duplicate-operation-id",
  kinds: ["operation"],
  start: (report) => {
    const seen = new Map<string, string>();
    return {
      visit: ({ value, tokens }) => {
        const id = own(value, "operationId");
        if (typeof id !== "string" || tokens.length !== 3 || tokens[0] !== "paths") return;
        const here = toPointer(tokens);
        const first = seen.get(id);
        if (first === undefined) seen.set(id, here);
        else {
          report({
            severity: "error",
            below: ["operationId"],
            message: `The operationId ${JSON.stringify(id)} is used twice: at ${first} and at ${here}.`,
            hint: "Give one of the two operations another id, in the spec or in an overlay.",
          });
        }
      },
    };
  },
};
