import { isObject } from "../../json.ts";
import { own } from "../../walk/own.ts";
import type { Rule } from "../rule.ts";

/** Answers are found by status, by range of status, or as the default. */
export const responseKeys: Rule = {
  id: "response-keys",
  kinds: ["operation"],
  start: (report) => ({
    visit: ({ value }) => {
      if (!isObject(value)) return;
      const responses = own(value, "responses");
      if (!isObject(responses) || Object.keys(responses).length === 0) {
        const message = "The operation declares no response; what it answers is unknown.";
        report({ severity: "warning", message, hint: "Add `responses`." });
        return;
      }
      for (const key of Object.keys(responses)) {
        if (/^(?:[1-5]\d\d|[1-5]XX|default)$/.test(key) || key.startsWith("x-")) continue;
        const message = `${JSON.stringify(key)} is no status code, no range such as 4XX and not "default"; no answer can have it.`;
        report({ severity: "warning", below: ["responses", key], message });
      }
    },
  }),
};
