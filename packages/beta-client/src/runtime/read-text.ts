import { DecodeError } from "./decode-error.ts";
import { isStrayPage } from "./is-stray-page.ts";
import type { Operation } from "./operation.ts";

/**
 * The body of an answer as text.
 * @throws {DecodeError} for HTML where the operation never answers it
 */
export async function readText(response: Response, operation: Operation): Promise<string> {
  const text = await response.text();
  if (isStrayPage(response, operation)) throw new DecodeError(response, operation.accept ?? "text", text);
  return text;
}
