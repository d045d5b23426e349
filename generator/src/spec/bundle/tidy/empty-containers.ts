import { isObject } from "../../json.ts";
import type { Kind } from "../../walk/kind.ts";
import { kindRules } from "../../walk/kind-rules.ts";
import type { Tidy } from "./tidy.ts";

/** Languages whose empty maps and lists are the same write `properties: []` and `parameters: {}`. */
export const emptyContainers: Tidy = {
  id: "empty-container",
  kinds: Object.keys(kindRules) as Kind[],
  run: (node) => {
    const { kind, value } = node;
    const isList = kindRules[kind].shape === "list";
    if (isList ? !(isObject(value) && isEmpty(value)) : !(Array.isArray(value) && value.length === 0)) return;
    node.set([], isList ? [] : {});
    node.warn([], `An empty ${isList ? "object was read as an empty list" : "list was read as an empty object"}.`);
  },
};

function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}
