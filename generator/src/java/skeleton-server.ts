import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Hands one document to a JVM that asks for it, on the loopback interface, under a name nobody else knows. */
export interface SkeletonServer {
  readonly url: string;
  /** Answers whoever has asked, and whoever will. Resolves once somebody has the whole answer. */
  provide(document: string): Promise<void>;
  close(): void;
}

/** How often, in ms, a waiting JVM gets a blank, which JSON allows, so that it does not take the silence for a failure. */
const KEEP_ALIVE = 5_000;

/** Starts the server. */
export async function serveSkeleton(): Promise<SkeletonServer> {
  const name = `/${randomUUID()}.json`;
  const waiting = new Set<ServerResponse>();
  let answer: string | undefined;
  let taken = () => {};
  const delivered = new Promise<void>((resolve) => {
    taken = resolve;
  });
  const server = createServer((request, response) => {
    if (request.url !== name) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "Content-Type": "application/json", Connection: "close" });
    if (answer !== undefined) response.end(answer, taken);
    else waiting.add(response);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const timer = setInterval(() => {
    for (const response of waiting) response.write(" ");
  }, KEEP_ALIVE);
  timer.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${name}`,
    provide(document) {
      answer = document;
      for (const response of waiting) response.end(document, taken);
      waiting.clear();
      return delivered;
    },
    close() {
      clearInterval(timer);
      server.close();
      server.closeAllConnections();
    },
  };
}
