import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Tenant } from "../tenant/tenant.ts";
import { answerRequest } from "./answer-request.ts";

/** What `serve` takes. */
export interface ServeOptions {
  /** Port to listen on; 0 for any that is free. Default: 0. */
  readonly port?: number;
  /** Address to listen on. Default: `127.0.0.1`, so that no other machine gets in. */
  readonly host?: string;
}

/** A tenant that listens. */
export interface SandboxServer {
  /** Origin of the server, such as `http://127.0.0.1:4010`. The API is below `/beta`. */
  readonly url: string;
  /** Connections: how many are open, and how many there were in all. */
  readonly connections: { readonly open: number; readonly total: number };
  /** Drops every connection and stops listening. */
  close(): Promise<void>;
}

// A filter may be far longer than Node admits headers to be; the tenant has a limit of its own, and a way to say so.
const maxHeaderSize = 256 * 1024;

/**
 * Makes a tenant a real HTTP server. Faults of a connection become faults of the socket.
 *
 * @throws {Error} where the port is taken or may not be used.
 * @example
 * const server = await serve(createTenant(), { port: 4010 });
 */
export async function serve(
  tenant: Pick<Tenant, "handle">,
  { port = 0, host = "127.0.0.1" }: ServeOptions = {},
): Promise<SandboxServer> {
  const server = createServer({ maxHeaderSize, keepAliveTimeout: 5_000 }, (request, response) => {
    void answerRequest(tenant, request, response);
  });
  const connections = { open: 0, total: 0 };
  server.on("connection", (socket) => {
    connections.open++;
    connections.total++;
    socket.once("close", () => connections.open--);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${address.family === "IPv6" ? `[${address.address}]` : address.address}:${address.port}`,
    connections,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
