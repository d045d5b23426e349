import type { Operation } from "./operation.ts";

/** Whether an answer is HTML that its operation never answers: the page of a proxy or of a login, not data. */
export function isStrayPage(response: Response, { accept = "" }: Operation): boolean {
  return /^text\/html\b/i.test(response.headers.get("content-type") ?? "") && !/html|text\/\*|\*\/\*/i.test(accept);
}
