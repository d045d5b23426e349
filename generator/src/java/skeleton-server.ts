import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";

/** Hands one document to a JVM that asks for it, on the loopback interface, under a name nobody else knows. */
export interface SkeletonServer {
  readonly url: string;
  /** Answers whoever has asked, and whoever will. */
  provide(document: string): void;
  /** A break in work that keeps this process from answering: resolves once whoever has asked by now has the answer. */
  attend(): Promise<void>;
  /** When somebody asked first, in ms since 1970; undefined before. */
  asked(): number | undefined;
  close(): void;
}

/** How often, in ms, a waiting JVM gets a blank, which JSON allows, so that it does not take the silence for a failure. */
const KEEP_ALIVE = 5_000;

/** Turns of the event loop that take a connection, read its request, and call the handler. */
const TURNS = 3;

/** Starts the server. */
export async function serveSkeleton(): Promise<SkeletonServer> {
  const name = `/${randomUUID()}.json`;
  const waiting = new Set<ServerResponse>();
  const answering = new Set<Promise<unknown>>();
  let answer: string | undefined;
  let asked: number | undefined;
  const finish = (response: ServerResponse, document: string) => {
    const closed = new Promise((resolve) => response.once("close", resolve));
    answering.add(closed);
    void closed.then(() => answering.delete(closed));
    response.end(document);
  };
  const server = createServer((request, response) => {
    if (request.url !== name) {
      response.writeHead(404).end();
      return;
    }
    asked ??= Date.now();
    response.writeHead(200, { "Content-Type": "application/json", Connection: "close" });
    if (answer !== undefined) finish(response, answer);
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
      for (const response of waiting) finish(response, document);
      waiting.clear();
    },
    async attend() {
      for (let turn = 0; turn < TURNS; turn++) await setImmediate();
      await Promise.all(answering);
    },
    asked: () => asked,
    close() {
      clearInterval(timer);
      server.close();
      server.closeAllConnections();
    },
  };
}
