import type { Exchange } from "../http/exchange.ts";
import { Refusal } from "../http/refusal.ts";
import { findOperation } from "./find-operation.ts";

/**
 * The task id in the path of a request, decoded once.
 *
 * @throws {Refusal} 400 where it is not percent-encoded UTF-8.
 */
export function readId({ method, url }: Exchange): string {
  try {
    return decodeURIComponent(findOperation(method, url.pathname).id);
  } catch {
    throw new Refusal(400, "The path cannot be decoded.", { causes: ["It is not percent-encoded UTF-8."] });
  }
}
