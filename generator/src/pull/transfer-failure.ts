import { SpecRefusal } from "../spec/spec-refusal.ts";
import { publicUrl } from "./public-url.ts";
import { PullError } from "./pull-error.ts";

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: "its host name is not known here",
  EAI_AGAIN: "host names cannot be looked up, so this machine seems to be offline",
  ECONNREFUSED: "the connection was refused",
  ENETUNREACH: "there is no network",
  EHOSTUNREACH: "there is no way to its host",
  ETIMEDOUT: "the connection timed out",
  UND_ERR_CONNECT_TIMEOUT: "the connection timed out",
  CERT_HAS_EXPIRED: "its certificate has expired",
  UND_ERR_SOCKET: "the transfer broke off",
  ECONNRESET: "the transfer broke off",
  Z_BUF_ERROR: "the transfer broke off",
};

/** Says why a transfer failed, in words, with what to do. Errors that say so themselves are given back. */
export function transferFailure(error: unknown, url: URL, timeoutMs: number): Error {
  if (error instanceof PullError || error instanceof SpecRefusal) return error;
  if (error instanceof Error && error.name === "TimeoutError") {
    return new PullError(
      `${publicUrl(url)} took longer than ${timeoutMs / 1000} s. Nothing was changed. Try again, with --timeout SECONDS where the line is slow.`,
    );
  }
  const code = codeOf(error);
  const reason = REASONS[code] ?? (code === "" ? "the transfer broke off" : `the connection failed (${code})`);
  return new PullError(
    `${publicUrl(url)} cannot be fetched: ${reason}. Nothing was changed. Check the network (behind a proxy, set ` +
      "NODE_USE_ENV_PROXY=1 and HTTPS_PROXY), or pull a downloaded copy with --from FILE.",
    { cause: error },
  );
}

/** `fetch` wraps the error of the socket, and those of several addresses, one in the other. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  return codeOf(error.cause);
}
