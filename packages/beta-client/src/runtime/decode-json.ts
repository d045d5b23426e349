import { parseJson } from "./parse-json.ts";

/**
 * The body of an answer as JSON.
 * @throws {DecodeError} where it is none, empty included
 */
export async function decodeJson(response: Response): Promise<unknown> {
  return parseJson(response, await response.text());
}
