import { isObject } from "../../json.ts";
import type { Tidy } from "./tidy.ts";

/** Ranges of status codes are written `4XX`, in capitals. */
export const statusRanges: Tidy = {
  id: "status-range",
  kinds: ["responses"],
  run: (node) => {
    const { value } = node;
    if (!isObject(value)) return;
    for (const key of Object.keys(value)) {
      const range = key.toUpperCase();
      if (range === key || !/^[1-5]XX$/.test(range)) continue;
      node.rename(key, range);
      node.warn([key], `The range of status codes "${key}" was read as ${range}.`);
    }
  },
};
