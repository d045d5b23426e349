import type { Tidy } from "./tidy.ts";

/** `discriminator: kind` is how Swagger 2.0 had it. */
export const discriminatorText: Tidy = {
  id: "discriminator-text",
  kinds: ["discriminator"],
  run: (node) => {
    if (typeof node.value !== "string") return;
    node.set([], { propertyName: node.value });
    node.warn([], "The discriminator is a text, as in Swagger 2.0; it was read as the name of the property.");
  },
};
