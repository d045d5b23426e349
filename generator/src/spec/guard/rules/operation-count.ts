import type { Rule } from "../rule.ts";

const maxOperations = 20_000;

/** A bound on what is generated, ten times the largest public API known. */
export const operationCount: Rule = {
  id: "too-large",
  kinds: ["operation"],
  start: (report) => {
    let count = 0;
    return {
      visit: () => {
        count += 1;
      },
      end: () => {
        if (count <= maxOperations) return;
        const message = `The document has ${count} operations; at most ${maxOperations} are generated.`;
        report({ severity: "error", pointer: "/paths", message, hint: "Split the document." });
      },
    };
  },
};
