import type { ErrorResponseDto } from "@sailkit/beta-client";

const detailCodes: Readonly<Record<number, string>> = {
  400: "400.1 Bad request content",
  403: "403 Forbidden",
  404: "404 Not found",
  405: "405 Method not allowed",
  406: "406 Not acceptable",
  413: "413 Content too large",
  414: "414 URI too long",
  415: "415 Unsupported media type",
  500: "500.0 Internal fault",
  501: "501 Not implemented",
  502: "502 Bad gateway",
  503: "503 Service unavailable",
  504: "504 Gateway timeout",
};

/**
 * The body of an error in the shape that the service gives it: a sentence of the gateway for 401 and 429, an
 * `ErrorResponseDto` for everything else.
 */
export function errorBody(
  status: number,
  trackingId: string,
  text: string,
  causes: readonly string[] = [],
): ErrorResponseDto | { readonly error: string } | { readonly message: string } {
  if (status === 401) return { error: `JWT validation failed: ${text}` };
  if (status === 429) return { message: text };
  return {
    detailCode: detailCodes[status] ?? `${status}`,
    trackingId,
    messages: [toMessage(text)],
    causes: causes.map(toMessage),
  };
}

function toMessage(text: string): NonNullable<ErrorResponseDto["messages"]>[number] {
  return { locale: "en-US", localeOrigin: "DEFAULT", text };
}
