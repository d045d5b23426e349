import type { Answer } from "../http/answer.ts";
import { errorBody } from "../http/error-body.ts";
import type { Exchange } from "../http/exchange.ts";
import type { Fault } from "./fault.ts";

/** Whether a fault puts an answer of its own in the place of the tenant's. */
export function replacesAnswer(fault: Fault): boolean {
  return [fault.status, fault.json, fault.body, fault.redirect, fault.flood].some((part) => part !== undefined);
}

/** The answer that a fault gives instead of the tenant's, without its headers. */
export function replaceAnswer(fault: Fault, { url, requestId }: Exchange): Answer {
  if (fault.redirect !== undefined) {
    const location = new URL(fault.redirect, url).href;
    return { status: fault.status ?? 307, headers: { location } };
  }
  const status = fault.status ?? 200;
  const hasBody = fault.json !== undefined || fault.body !== undefined || fault.flood !== undefined;
  if (hasBody || status < 400) return { status, json: fault.json };
  const text =
    status === 401 ? "JWT is not accepted" : status === 429 ? "Rate limit exceeded" : "The sandbox was told to fail.";
  return { status, json: errorBody(status, requestId, text) };
}
