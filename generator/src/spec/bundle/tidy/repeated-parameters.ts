import { own } from "../../walk/own.ts";
import type { Tidy } from "./tidy.ts";

/** In one list a parameter, known by name and place, may stand once. The first counts. */
export const repeatedParameters: Tidy = {
  id: "repeated-parameter",
  kinds: ["parameterList"],
  run: (node) => {
    const { value } = node;
    if (!Array.isArray(value)) return;
    const seen = new Set<string>();
    for (const [index, entry] of value.entries()) {
      const parameter = node.deref(entry, "parameter");
      const name = own(parameter, "name");
      if (typeof name !== "string") continue;
      const written = JSON.stringify([own(parameter, "in"), name]);
      if (seen.has(written)) {
        node.remove([index]);
        node.warn([index], `The parameter ${JSON.stringify(name)} stands twice in the list; the first one counts.`);
      }
      seen.add(written);
    }
  },
};
