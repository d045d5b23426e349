import type { RequestEvent, ResponseEvent } from "./events.ts";

/**
 * Attributes of an OpenTelemetry client span, by the semantic conventions for HTTP
 * (https://opentelemetry.io/docs/specs/semconv/http/http-spans/).
 *
 * @example
 * const spans = new Map<string, Span>();
 * const sdk = new BetaSdk({
 *   ...options,
 *   hooks: {
 *     request: (event) => {
 *       const span = tracer.startSpan(event.operationId, { kind: SpanKind.CLIENT, attributes: spanAttributes(event) });
 *       spans.set(`${event.call}.${event.attempt}`, span);
 *     },
 *     response: (event) => {
 *       const span = spans.get(`${event.call}.${event.attempt}`);
 *       span?.setAttributes(spanAttributes(event)).end();
 *       spans.delete(`${event.call}.${event.attempt}`);
 *     },
 *   },
 * });
 */
export function spanAttributes(event: RequestEvent | ResponseEvent): Record<string, string | number> {
  const { hostname, port, protocol } = new URL(event.url);
  const { status, error, requestId, bytes } = event as Partial<ResponseEvent>;
  const attributes = {
    "http.request.method": event.method,
    "url.full": event.url,
    "server.address": hostname,
    "server.port": Number(port || (protocol === "http:" ? 80 : 443)),
    "http.request.resend_count": event.attempt > 1 ? event.attempt - 1 : undefined,
    "http.response.status_code": status,
    "http.response.body.size": bytes,
    "error.type": error ?? (status !== undefined && status >= 400 ? String(status) : undefined),
    "sailpoint.operation_id": event.operationId,
    "sailpoint.request_id": requestId,
  };
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)) as Record<
    string,
    string | number
  >;
}
