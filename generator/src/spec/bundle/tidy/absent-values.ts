import type { Json } from "../../json.ts";
import type { Kind } from "../../walk/kind.ts";
import { kindRules } from "../../walk/kind-rules.ts";
import type { Tidy } from "./tidy.ts";

/** What an object that YAML left empty (`"204":` and nothing behind it) means; others mean nothing and go away. */
const emptyMeaning: Readonly<Partial<Record<Kind, Json>>> = {
  schema: {},
  response: { description: "" },
  mediaType: {},
  header: {},
  encoding: {},
  pathItem: {},
};

/** A key without a value is `null` in YAML. At typed places no null is meant. */
export const absentValues: Tidy = {
  id: "absent-value",
  kinds: Object.keys(kindRules) as Kind[],
  run: (node) => {
    const { kind, value, parent } = node;
    if (value !== null) return;
    const meaning = Array.isArray(parent) ? undefined : emptyMeaning[kind];
    if (meaning === undefined) node.remove([]);
    else node.set([], meaning);
    node.warn([], `Nothing stands here; it was taken as ${meaning === undefined ? "absent" : `an empty ${kind}`}.`);
  },
};
