import { own } from "../../walk/own.ts";
import type { Tidy } from "./tidy.ts";

/** `in: Query` means `query`. */
export const parameterPlace: Tidy = {
  id: "parameter-place",
  kinds: ["parameter"],
  run: (node) => {
    const place = own(node.value, "in");
    if (typeof place !== "string") return;
    const meant = place.trim().toLowerCase();
    if (meant === place || !["query", "path", "header", "cookie"].includes(meant)) return;
    node.set(["in"], meant);
    node.warn(["in"], `The place ${JSON.stringify(place)} was read as "${meant}".`);
  },
};
