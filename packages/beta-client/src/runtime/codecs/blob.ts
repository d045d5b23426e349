import type { Codec } from "../codec.ts";
import { isStrayPage } from "../is-stray-page.ts";
import { readText } from "../read-text.ts";

/** Answers that are bytes, whatever their `Content-Type` says. */
export const blob: Codec = {
  async decode(response, operation) {
    return isStrayPage(response, operation) ? readText(response, operation) : response.blob();
  },
};
