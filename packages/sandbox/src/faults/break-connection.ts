import { BrokenConnection } from "./broken-connection.ts";
import type { Fault } from "./fault.ts";

const codes = {
  reset: "ECONNRESET",
  refused: "ECONNREFUSED",
  "unknown-host": "ENOTFOUND",
  "connect-timeout": "UND_ERR_CONNECT_TIMEOUT",
} as const;

/** The error of a connection that a fault breaks before the headers. */
export function breakConnection(connection: NonNullable<Fault["connection"]>): BrokenConnection {
  return new BrokenConnection("fetch failed", codes[connection]);
}
