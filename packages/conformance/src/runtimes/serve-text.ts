import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Serves texts from memory, on an origin of its own: media type and text by path. */
export async function serveText(
  files: Readonly<Record<string, readonly [type: string, text: string]>>,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer(({ url = "/" }, response) => {
    const [type, text] = files[url] ?? [];
    response.writeHead(text === undefined ? 404 : 200, type === undefined ? {} : { "content-type": type });
    response.end(text);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
