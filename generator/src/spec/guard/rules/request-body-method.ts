import { own } from "../../walk/own.ts";
import type { Rule } from "../rule.ts";

/** `fetch` refuses a body with GET and HEAD. */
export const requestBodyMethod: Rule = {
  id: "request-body-method",
  kinds: ["requestBody"],
  start: (report) => ({
    visit: ({ tokens, parent }) => {
      const method = tokens.at(-2);
      if ((method !== "get" && method !== "head") || own(parent, "requestBody") === undefined) return;
      const message = `A ${method.toUpperCase()} request has no body in any client built on fetch; the body cannot be sent.`;
      report({ severity: "warning", message });
    },
  }),
};
