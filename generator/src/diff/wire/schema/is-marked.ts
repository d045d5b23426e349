import { isObject } from "../../../spec/json.ts";
import type { Part } from "./schema-view.ts";

/** Whether a property says itself that it is read-only or write-only, beside or instead of its reference. */
export function isMarked(parts: readonly Part[], mark: "readOnly" | "writeOnly"): boolean {
  return parts.some(({ node }) => isObject(node) && node[mark] === true);
}
