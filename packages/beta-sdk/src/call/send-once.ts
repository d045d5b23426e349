import { DecodeError as ClientDecodeError, runMiddleware } from "@sailkit/beta-client";
import { DecodeError } from "../errors/decode-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import { openScope } from "../time/open-scope.ts";
import { answerError } from "./answer-error.ts";
import { checkOrigin } from "./build-call.ts";
import type { Call, CallResult } from "./call.ts";
import type { Engine } from "./engine.ts";
import { exchange, requestIdOf } from "./exchange.ts";
import type { Fetch, Sending } from "./wire.ts";

/**
 * Sends an operation once, with a token.
 * @param sent - called when the request leaves
 * @throws {SdkError}, or the reason of the scope's signal
 */
export async function sendOnce(
  engine: Engine,
  call: Call,
  sending: Sending,
  token: string,
  sent: () => void,
): Promise<CallResult> {
  const { wire, baseUrl } = engine;
  const { operation, init, prepared, attemptTimeout: timeoutMs } = call;
  const { operationId, method } = sending;
  const own = openScope(wire.clock, call.scope.signal, timeoutMs, () => {
    const message = `${operationId} (${method}): no answer within \`attemptTimeout\` (${timeoutMs} ms): raise it if answers take longer`;
    return new TimeoutError(message, { operationId, scope: "attempt", timeoutMs });
  });
  let given: Request;
  const send: Fetch = async (request) => {
    // What it was built as has been checked; a middleware may have put another one in its place.
    if (request !== given) checkOrigin(engine, operation, request.url);
    wire.secrets.add(token, true);
    request.headers.set("Authorization", `Bearer ${token}`);
    sent();
    return exchange(wire, request, sending, own.signal, init.fetch);
  };
  try {
    given = prepared.request({ redirect: "manual", signal: own.signal });
    const context = {
      schemaPath: operation.path,
      params: init.params ?? {},
      options: { baseUrl },
      id: `${sending.call}`,
    };
    const response = await (init.middleware ? runMiddleware(init.middleware, given, context, send) : send(given));
    const { data, error } = await prepared.read(response);
    if (!response.ok) throw await answerError(engine, call, response, error);
    return { data, response };
  } catch (error) {
    if (!(error instanceof ClientDecodeError)) throw error;
    throw decodeError("is not JSON", error.response, error.snippet, sending, engine);
  } finally {
    own.close();
  }
}

function decodeError(
  problem: string,
  response: Response,
  text: string,
  { operationId, method }: Sending,
  { wire: { secrets } }: Engine,
): DecodeError {
  const { status } = response;
  const contentType = response.headers.get("content-type") ?? undefined;
  const message = `${operationId} (${method}): the body of the answer (${status}, ${contentType ?? "no content type"}) ${problem}. A proxy may stand between you and the API.`;
  const snippet = secrets.redact(text).slice(0, 1000);
  return new DecodeError(message, { operationId, status, contentType, requestId: requestIdOf(response), snippet });
}
