import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A running stand-in for a Maven repository. */
export interface MavenMirror {
  /** Base URL, for `SAILKIT_MAVEN_MIRROR`. */
  readonly url: string;
  /** Paths that were asked for. */
  readonly requests: string[];
}

/** Starts a server on loopback that answers every request with `answer`, and stops it when the running test ends. */
export async function mavenMirror(answer: RequestListener): Promise<MavenMirror> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? "");
    answer(request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/maven2`, requests };
}
