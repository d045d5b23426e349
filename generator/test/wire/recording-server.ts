import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it arrived. */
export interface Recorded {
  readonly method: string;
  /** Path and query, encoded as they came. */
  readonly url: string;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** An answer to give. */
export interface Answer {
  readonly status: number;
  readonly type?: string | undefined;
  readonly body?: string | Uint8Array | undefined;
}

/** A server on loopback that records what it gets and answers what it is told. */
export interface RecordingServer {
  readonly url: string;
  /** What the next request is answered; stays until changed. */
  answer: Answer;
  /** The requests since the last call of this, oldest first. */
  take(): Recorded[];
  close(): Promise<void>;
}

/** Starts a server on a free port. */
export async function startRecordingServer(): Promise<RecordingServer> {
  let recorded: Recorded[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = "", url = "", rawHeaders } = request;
    const headers = new Headers();
    for (let index = 0; index < rawHeaders.length; index += 2) {
      headers.append(rawHeaders[index] ?? "", rawHeaders[index + 1] ?? "");
    }
    recorded.push({ method, url, headers, body: Buffer.concat(chunks) });
    const { status, type, body } = recording.answer;
    response.writeHead(status, type === undefined ? {} : { "content-type": type });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const recording: RecordingServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: { status: 204 },
    take() {
      const taken = recorded;
      recorded = [];
      return taken;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return recording;
}
