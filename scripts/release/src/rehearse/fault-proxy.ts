import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";

/**
 * What happens to a request: `status` is answered in the registry's place; `lost-request` never reaches it; the answer to
 * `lost-answer` never comes back.
 */
export type Fault = { readonly status: number } | "lost-request" | "lost-answer";

/** A way to the registry on which things go wrong on demand. */
export interface FaultProxy {
  readonly url: string;
  /** Asked for each request; undefined lets it through. */
  fault: (method: string, path: string) => Fault | undefined;
  close(): Promise<void>;
}

/** Starts a proxy in front of `target`, the base URL of a registry. */
export async function faultProxy(target: string): Promise<FaultProxy> {
  const proxy: { fault: FaultProxy["fault"] } = { fault: () => undefined };
  const server = createServer((incoming, response) => {
    const fault = proxy.fault(incoming.method ?? "", decodeURIComponent(incoming.url ?? ""));
    if (fault === "lost-request") return void incoming.socket.destroy();
    if (typeof fault === "object") {
      incoming.resume();
      return void response
        .writeHead(fault.status, { "content-type": "application/json" })
        .end('{"error":"out of order"}');
    }
    return forward(target, incoming, response, fault === "lost-answer");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return Object.assign(proxy, {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  });
}

/** Keeps the `Host` header, from which the registry makes the addresses of its tarballs. */
function forward(target: string, incoming: IncomingMessage, response: ServerResponse, loseAnswer: boolean): void {
  const { method, headers, url = "/" } = incoming;
  const outgoing = request(target + url, { method: method ?? "GET", headers }, (answer) => {
    if (loseAnswer) {
      answer.resume().on("end", () => incoming.socket.destroy());
      return;
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.on("error", () => response.destroy());
  incoming.pipe(outgoing);
}
