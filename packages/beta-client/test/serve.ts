import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came off the wire. */
interface Received {
  readonly method: string;
  readonly url: string;
  /** Every header but those the connection needs: host, connection, user agent and the like. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A server on loopback; `await using` closes it. */
export interface Serving extends AsyncDisposable {
  readonly url: string;
  readonly received: Received[];
}

/** Headers of the transport and of fetch itself, which no operation says anything of. */
const TRANSPORT = new Set(
  "host connection user-agent accept-encoding accept-language sec-fetch-mode content-length transfer-encoding".split(
    " ",
  ),
);

/** Starts a server that records what it gets and answers with `answer`. */
export async function serve(answer: (response: ServerResponse, request: IncomingMessage) => void): Promise<Serving> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const entries = Object.entries(request.headers).filter(([name]) => !TRANSPORT.has(name));
    const headers = Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
    received.push({ method: request.method ?? "", url: request.url ?? "", headers, body: Buffer.concat(chunks) });
    answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
