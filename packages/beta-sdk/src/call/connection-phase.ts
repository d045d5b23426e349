/** Codes of Node, Deno and Bun for what fails before a request is sent: names, routes, connections, certificates. */
const before =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket|\w*CERT\w*|\w*SIGNED\w*|UNABLE_TO_\w+|ERR_TLS\w+|ERR_SSL\w+)$/;
const beforeText = /before secure TLS connection|dns error|tcp connect error|failed to lookup/i;

/** How far a request came when `fetch` failed with this error, and the runtime's code for it. */
export function connectionPhase(error: unknown): { phase: "connect" | "request"; code: string | undefined } {
  let code: string | undefined;
  // undici wraps the error of the socket, and puts those of several addresses into an array.
  for (let at = error as Problem | undefined; at && typeof at === "object"; at = at.cause ?? at.errors?.[0]) {
    code = typeof at.code === "string" ? at.code : code;
    if (before.test(code ?? "") || at.syscall === "connect" || beforeText.test(at.message ?? "")) {
      return { phase: "connect", code };
    }
  }
  return { phase: "request", code };
}

interface Problem {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly message?: string;
  readonly cause?: Problem;
  readonly errors?: Problem[];
}
