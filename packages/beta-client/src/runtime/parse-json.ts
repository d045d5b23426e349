import { DecodeError } from "./decode-error.ts";

/**
 * The text of the body of an answer as JSON.
 * @throws {DecodeError} where it is none
 */
export function parseJson(response: Response, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DecodeError(response, "JSON", text, cause);
  }
}
