import { isObject } from "../../json.ts";
import { headerToken } from "../header-token.ts";
import type { Rule } from "../rule.ts";

/** Headers of answers that no HTTP message can have. Line breaks in them are refused by `name-text`. */
export const headerName: Rule = {
  id: "header-name",
  kinds: ["headers"],
  start: (report) => ({
    visit: ({ value, tokens }) => {
      if (!isObject(value) || tokens[0] === "components") return;
      for (const name of Object.keys(value)) {
        if (headerToken.test(name)) continue;
        report({ severity: "warning", below: [name], message: `${JSON.stringify(name)} is no valid header name.` });
      }
    },
  }),
};
