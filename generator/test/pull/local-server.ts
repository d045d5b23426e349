import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";

/** A real server on the loopback interface. */
export interface LocalServer {
  readonly url: string;
  /** Every request so far. */
  readonly requests: readonly Pick<IncomingMessage, "url" | "headers">[];
  /** Closes it, with all connections. */
  close(): Promise<void>;
}

/** Starts a server that answers as `listener` does. */
export async function localServer(listener: RequestListener): Promise<LocalServer> {
  const requests: Pick<IncomingMessage, "url" | "headers">[] = [];
  const server = createServer((request, response) => {
    requests.push({ url: request.url ?? "", headers: request.headers });
    listener(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
