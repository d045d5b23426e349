import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Fetch } from "../../src/call/wire.ts";

/** One request and its answer. */
interface Exchange {
  readonly request: Request;
  readonly answer: Fetch;
  /** Counts what one end has written and the other has not read yet. */
  readonly move: (by: number) => void;
  /** What the function threw, where that stands for what no server can bring about. */
  error?: unknown;
}

/** Exchanges of which something is on its way between the two ends of a socket. */
const moving = new Set<object>();

/** Waits until nothing is on its way any more: whatever still waits then waits for a clock, or for ever. */
export async function arrived(): Promise<void> {
  const end = performance.now() + 5_000;
  while (moving.size > 0) {
    if (performance.now() > end) throw new Error("Something is lost on the way between two ends of a socket");
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * A `fetch` that carries requests to a function, and its answers back, over a real socket of this machine. Where the
 * function throws, the socket is reset; what else can go wrong with a network cannot be had from a server, and is thrown.
 */
export function overSockets(answer: Fetch): Fetch {
  const exchanges = new Map<string, Exchange>();
  let server: Promise<Server> | undefined;
  let count = 0;
  return async (request) => {
    request.signal.throwIfAborted();
    server ??= serve(exchanges);
    const { port } = (await server).address() as AddressInfo;
    const id = String(++count);
    let underWay = 0;
    const key = {};
    const move = (by: number) => {
      // Whoever has left is waited for no more.
      if (!exchanges.has(id)) return;
      underWay += by;
      if (underWay > 0) moving.add(key);
      else moving.delete(key);
    };
    const leave = () => {
      move(-underWay);
      exchanges.delete(id);
    };
    const { method, signal, url } = request;
    const body = request.body ? await request.clone().text() : null;
    const exchange: Exchange = { request, answer, move };
    exchanges.set(id, exchange);
    signal.addEventListener("abort", leave, { once: true });
    const { pathname, search } = new URL(url);
    const headers = new Headers(request.headers);
    headers.set("x-exchange", id);
    move(1);
    try {
      const target = `http://127.0.0.1:${port}${pathname}${search}`;
      const response = await fetch(target, { method, headers, body, signal, redirect: "manual" });
      move(-1);
      return whole(response, url, move, leave);
    } catch (error) {
      leave();
      throw exchange.error ?? error;
    }
  };
}

/** The answer, with a body that tells what of it has come. */
function whole(response: Response, url: string, move: (by: number) => void, leave: () => void): Response {
  const { status, statusText, headers } = response;
  const reader = response.body?.getReader();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
        if (value) {
          controller.enqueue(value);
          move(-value.length);
        }
        if (done) {
          leave();
          controller.close();
        }
      } catch (error) {
        leave();
        controller.error(error);
      }
    },
    cancel(reason) {
      leave();
      return reader?.cancel(reason);
    },
  });
  if (!reader) leave();
  return Object.defineProperty(new Response(reader ? body : null, { status, statusText, headers }), "url", {
    value: url,
  });
}

async function serve(exchanges: ReadonlyMap<string, Exchange>): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    void respond(exchanges, incoming, outgoing);
  });
  server.listen(0, "127.0.0.1").unref();
  await once(server, "listening");
  return server;
}

async function respond(
  exchanges: ReadonlyMap<string, Exchange>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const exchange = exchanges.get(String(incoming.headers["x-exchange"]));
  const parts: Uint8Array[] = [];
  for await (const part of incoming) parts.push(part as Uint8Array);
  if (!exchange) return void incoming.socket.destroy();
  const { request, answer, move } = exchange;
  const left = new AbortController();
  outgoing.on("close", () => left.abort());
  const headers = new Headers(incoming.headers as Record<string, string>);
  for (const name of [
    "host",
    "connection",
    "x-exchange",
    "accept-encoding",
    "user-agent",
    "sec-fetch-mode",
    "accept-language",
  ])
    if (!request.headers.has(name)) headers.delete(name);
  const { method = "GET" } = incoming;
  const body = parts.length > 0 ? Buffer.concat(parts) : null;
  move(-1);
  try {
    const reply = await answer(new Request(request.url, { method, headers, body, signal: left.signal }));
    move(1);
    outgoing.sendDate = false;
    outgoing.writeHead(reply.status, reply.statusText, Object.fromEntries(reply.headers));
    outgoing.flushHeaders();
    for await (const part of reply.body ?? []) {
      if (method === "HEAD" || left.signal.aborted) break;
      move(part.length);
      if (!outgoing.write(part)) await Promise.race([once(outgoing, "drain"), once(outgoing, "close")]);
    }
    move(1);
    outgoing.end();
  } catch (error) {
    move(1);
    if ((error as { cause?: Error }).cause?.message !== "socket: ECONNRESET") exchange.error = error;
    incoming.socket.resetAndDestroy();
  }
}
