import { own } from "../../walk/own.ts";
import type { Tidy } from "./tidy.ts";

/** `openapi: 3.1` without quotes is a number, and `3.0` one that has lost its fraction. */
export const openapiVersion: Tidy = {
  id: "no-text",
  kinds: ["document"],
  run: (node) => {
    const version = own(node.value, "openapi");
    if (typeof version !== "number" && !(typeof version === "string" && /^\s*3\.\d\s*$/.test(version))) return;
    const text = String(version).trim();
    const full = text.includes(".") ? `${text}.0` : `${text}.0.0`;
    node.set(["openapi"], full);
    node.warn(["openapi"], `The OpenAPI version was read as ${full}.`, "Write it in full and in quotes.");
  },
};
