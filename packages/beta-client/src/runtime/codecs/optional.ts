import type { Codec } from "../codec.ts";
import { parseJson } from "../parse-json.ts";

/** Answers that are JSON or empty, as where one status declares a body and another none. */
export const optional: Codec = {
  async decode(response) {
    const text = await response.text();
    return text === "" ? undefined : parseJson(response, text);
  },
};
