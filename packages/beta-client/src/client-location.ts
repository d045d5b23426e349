import type { Servers } from "./generated/servers.ts";
import { servers } from "./generated/servers.ts";
import type { Operation } from "./runtime/operation.ts";
import { serverUrl } from "./runtime/server-url.ts";

/** Where operations are sent: one of the two is needed. */
export type ClientLocation =
  | {
      /** Where every operation is sent, without trailing slash: `https://acme.api.example.com/beta`. */
      baseUrl: string;
      server?: never;
    }
  | {
      baseUrl?: never;
      /** A server of the spec: `url` picks one of several, the other keys are its variables. */
      server: Servers;
    };

/**
 * Gives the base URL of each operation; without one, that of the API.
 * @throws {RequestError} when a server variable is not a legal value
 */
export function locateClient({ baseUrl, server }: ClientLocation): (operation?: Operation) => string {
  const base = baseUrl ?? serverUrl(servers, server);
  return (operation) => (server && operation?.server ? new URL(operation.server, base).href : base);
}
