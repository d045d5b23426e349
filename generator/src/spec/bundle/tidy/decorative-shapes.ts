import { isObject } from "../../json.ts";
import { kindRules } from "../../walk/kind-rules.ts";
import type { Tidy } from "./tidy.ts";

/** Examples, links and the like in a shape that no tool can read are left out: no request and no type depends on them. */
export const decorativeShapes: Tidy = {
  id: "malformed",
  kinds: [
    "encoding",
    "encodings",
    "example",
    "examples",
    "externalDocs",
    "link",
    "links",
    "server",
    "serverList",
    "tag",
    "tagList",
  ],
  run: (node) => {
    const { kind, value } = node;
    if (value === null || (kindRules[kind].shape === "list" ? Array.isArray(value) : isObject(value))) return;
    // Empty containers are put right, not left out.
    if (typeof value === "object" && Object.keys(value).length === 0) return;
    node.remove([]);
    node.warn([], `What stands here is not of the shape of "${kind}"; it was left out.`);
  },
};
