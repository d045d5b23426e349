import type { Finding } from "../../finding.ts";

/** What is wrong with a description that states the collection grammar of an operation. */
export function proseFinding(pointer: string, message: string): Finding {
  return {
    severity: "warning",
    rule: "collection-prose",
    pointer,
    message,
    hint: "Correct the description, or state the fields as x-sailkit-filters or x-sailkit-sorters in an overlay.",
  };
}
