import { isObject } from "../../json.ts";
import type { Rule } from "../rule.ts";

/** Names of components that differ only in case, or in accents, end up alike in file names or identifiers. */
export const confusableNames: Rule = {
  id: "confusable-names",
  kinds: ["components"],
  start: (report) => ({
    visit: ({ value }) => {
      if (!isObject(value)) return;
      for (const [section, entries] of Object.entries(value)) {
        if (!isObject(entries) || section.startsWith("x-")) continue;
        const seen = new Map<string, string>();
        for (const name of Object.keys(entries)) {
          const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
          const other = seen.get(plain);
          if (other === undefined) seen.set(plain, name);
          else {
            const message = `The names ${JSON.stringify(other)} and ${JSON.stringify(name)} differ only in case or accents.`;
            report({ severity: "warning", below: [section, name], message });
          }
        }
      }
    },
  }),
};
