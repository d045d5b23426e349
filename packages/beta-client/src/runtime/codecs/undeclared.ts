import type { Codec } from "../codec.ts";

/** Answers that declare no body: what comes nevertheless is given as JSON where it is, else as text. */
export const undeclared: Codec = {
  async decode(response) {
    const text = await response.text();
    try {
      return JSON.parse(text);
    } catch {
      return text || undefined;
    }
  },
};
