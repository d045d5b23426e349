import type { Json } from "../../json.ts";
import { own } from "../../walk/own.ts";
import type { Tidy } from "./tidy.ts";

/** `tags: pets` means one tag. */
export const operationTags: Tidy = {
  id: "no-list",
  kinds: ["operation"],
  run: (node) => {
    const tags = own(node.value, "tags");
    if (tags === undefined || tags === null) return;
    const names = (Array.isArray(tags) ? tags : [tags]).flatMap(tagName);
    if (Array.isArray(tags) && tags.every((tag, index) => tag === names[index])) return;
    if (names.length === 0) node.remove(["tags"]);
    else node.set(["tags"], names);
    node.warn(["tags"], "`tags` should be a list of names; what can be read as one was.");
  },
};

function tagName(tag: Json): string[] {
  if (typeof tag === "string") return [tag];
  const name = own(tag, "name");
  if (typeof name === "string") return [name];
  return typeof tag === "number" ? [String(tag)] : [];
}
