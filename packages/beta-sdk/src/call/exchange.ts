import { ConnectionError } from "../errors/connection-error.ts";
import { DecodeError } from "../errors/decode-error.ts";
import { RedirectError } from "../errors/redirect-error.ts";
import { SdkError } from "../errors/sdk-error.ts";
import { redactCause } from "../observe/redact-cause.ts";
import { abortable } from "../time/abortable.ts";
import { connectionPhase } from "./connection-phase.ts";
import { BodyTooLarge, readBody } from "./read-body.ts";
import type { Fetch, Sending, Wire } from "./wire.ts";

/**
 * Sends a request once and reads the whole answer, whatever its status.
 *
 * @throws the signal's reason, as soon as it is aborted, even where `fetch` ignores the signal
 * @throws {ConnectionError} when the network fails, {@link RedirectError} for a redirect, {@link DecodeError} for too much
 */
export async function exchange(
  wire: Wire,
  request: Request,
  sending: Sending,
  signal: AbortSignal,
  send: Fetch = wire.fetch,
): Promise<Response> {
  const { observer, redactor, clock, secrets } = wire;
  const { body: sent, ...id } = sending;
  const started = clock.now();
  const url = observer.active ? redactor.url(request.url) : request.url;
  if (observer.active) {
    const body = sent === undefined ? {} : { body: redactor.body(sent) };
    observer.tell("request", { ...id, url, headers: redactor.headers(request.headers), ...body });
  }
  let raw: Response | undefined;
  let bytes: number | undefined;
  let error: unknown;
  try {
    const pending = (async () => send(request))();
    // An answer that comes after all must not keep its connection.
    pending.then((late) => (signal.aborted ? late.body?.cancel() : undefined)).catch(() => {});
    raw = await abortable(pending, signal);
    if (raw.type === "opaqueredirect" || raw.redirected || (raw.status >= 300 && raw.status < 400)) {
      raw.body?.cancel().catch(() => {});
      throw redirectError(raw, sending);
    }
    const body = await abortable(readBody(raw, wire.maxBodyBytes, signal), signal);
    bytes = body?.length;
    const answer = new Response([204, 205, 304].includes(raw.status) ? null : body, raw);
    return Object.defineProperty(answer, "url", { value: raw.url || request.url });
  } catch (cause) {
    error = signal.aborted ? signal.reason : failure(cause, raw, sending, wire);
    throw error;
  } finally {
    observer.tell("response", {
      ...id,
      url,
      durationMs: clock.now() - started,
      status: raw?.status,
      bytes,
      requestId: requestIdOf(raw),
      headers: raw && observer.active ? redactor.headers(raw.headers) : undefined,
      error: error === undefined ? undefined : secrets.redact(String((error as Error)?.name ?? "Error")),
    });
  }
}

/** Id of the request, under which support finds it. */
export function requestIdOf(response: Response | undefined): string | undefined {
  return response?.headers.get("slpt-request-id") ?? undefined;
}

function failure(
  cause: unknown,
  raw: Response | undefined,
  sending: Sending,
  { secrets, maxBodyBytes }: Wire,
): SdkError {
  if (cause instanceof SdkError) return cause;
  const { operationId, method } = sending;
  const requestId = requestIdOf(raw);
  if (raw && cause instanceof BodyTooLarge) {
    const contentType = raw.headers.get("content-type") ?? undefined;
    return new DecodeError(
      `${operationId}: the answer is longer than \`maxBodyBytes\` (${maxBodyBytes} bytes): raise it, or ask for less`,
      {
        operationId,
        status: raw.status,
        contentType,
        requestId,
        snippet: "",
        tooLarge: true,
      },
    );
  }
  const { phase, code } = raw ? { phase: "response" as const, code: undefined } : connectionPhase(cause);
  const what = {
    connect: "no connection to the server",
    request: "the connection broke before an answer came",
    response: `the answer (${raw?.status}) broke off`,
  }[phase];
  const detail = code ?? (cause as Error | undefined)?.message;
  return new ConnectionError(secrets.redact(`${operationId} (${method}): ${what}${detail ? `: ${detail}` : ""}`), {
    operationId,
    phase,
    code,
    status: raw?.status,
    requestId,
    cause: redactCause(cause, secrets),
  });
}

function redirectError(raw: Response, { operationId, method }: Sending): RedirectError {
  const location = raw.headers.get("location") ?? "";
  const to = URL.canParse(location) ? ` to ${new URL(location).origin}` : "";
  const message = `${operationId} (${method}): the server redirects${to}, which is not followed, since the token would go along. Set \`tenant\` or \`baseUrl\` to where the API is.`;
  const details = { status: raw.status, operationId, messages: [], causes: [], requestId: requestIdOf(raw) };
  return new RedirectError(message, details, { headers: raw.headers });
}
