import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { BrokenConnection } from "../faults/broken-connection.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** Lets a tenant answer a request of a Node server. Never rejects: what goes wrong is what happens to the connection. */
export async function answerRequest(
  tenant: Pick<Tenant, "handle">,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort(new DOMException("The client has gone.", "AbortError")));
  try {
    const request = toRequest(incoming, gone.signal);
    if (request === undefined) outgoing.writeHead(400).end();
    else await send(await tenant.handle(request), outgoing);
  } catch (error) {
    if (outgoing.headersSent) outgoing.destroy();
    else if (error instanceof BrokenConnection || gone.signal.aborted) incoming.socket.resetAndDestroy();
    else outgoing.writeHead(500, { "content-type": "text/plain" }).end(`The sandbox has a fault of its own: ${error}`);
  }
}

/** `undefined` for a request that `fetch` could not send either: without a usable URL, or with a method of its own. */
function toRequest(incoming: IncomingMessage, signal: AbortSignal): Request | undefined {
  const { method = "GET", headers, url: target = "/" } = incoming;
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  const hasBody = method !== "GET" && method !== "HEAD";
  const body = hasBody && { body: Readable.toWeb(incoming) as NodeStream<Uint8Array<ArrayBuffer>>, duplex: "half" };
  try {
    // A path may begin with two slashes; resolved against a base it would name another host.
    const url = target.startsWith("/") ? `http://${headers.host ?? "localhost"}${target}` : target;
    return new Request(url, { method, headers: pairs, signal, ...body } as RequestInit);
  } catch {
    return undefined;
  }
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  const reader = response.body?.getReader();
  if (reader !== undefined) {
    outgoing.once("close", () => void reader.cancel().catch(() => {}));
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      await write(outgoing, part.value);
    }
  }
  outgoing.end();
}

/** Resolves once the bytes have left, so that a break after them does not swallow them. */
async function write(outgoing: ServerResponse, bytes: Uint8Array): Promise<void> {
  if (outgoing.destroyed) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      outgoing.off("close", done);
      resolve();
    };
    outgoing.once("close", done);
    outgoing.write(bytes, done);
  });
}
