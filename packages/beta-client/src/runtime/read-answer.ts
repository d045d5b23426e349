import type { Codec } from "./codec.ts";
import { decodeJson } from "./decode-json.ts";
import type { Operation } from "./operation.ts";

/** What came of a call: `data` on 2xx, else `error`. */
export interface Answer {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * Reads the answer to an operation.
 * @param error - the body where it is not 2xx: a value where it is JSON, else text; undefined where it is empty
 * @throws {DecodeError} for a 2xx whose body is not what the operation answers
 */
export async function readAnswer(
  operation: Operation,
  codecs: readonly Codec[],
  response: Response,
  error: unknown,
): Promise<Answer> {
  const { method, accept = "application/json" } = operation;
  if (!response.ok) return { error: documented(error, response, accept), response };
  const bodiless = method === "HEAD" || response.status === 204 || response.status === 205;
  const decode = codecs.find((codec) => codec.decode)?.decode ?? decodeJson;
  return { data: bodiless ? undefined : await decode(response, operation), response };
}

/** A body that the spec does not declare comes with the status that goes with it. */
function documented(error: unknown, response: Response, accept: string): unknown {
  const type = response.headers.get("content-type")?.split(";")[0];
  if (error && (typeof error === "object" || (type && accept.includes(type)))) return error;
  return { status: response.status, statusText: response.statusText, body: error === undefined ? "" : String(error) };
}
