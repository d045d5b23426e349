import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** A real server on a free port of this machine. */
export interface Listening {
  readonly url: string;
  readonly server: Server;
  /** Connections made so far. */
  readonly connections: () => number;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a server; `await using` ends it, with every connection. */
export async function listen(listener: RequestListener): Promise<Listening> {
  const server = createServer(listener);
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    server,
    connections: () => sockets.size,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
