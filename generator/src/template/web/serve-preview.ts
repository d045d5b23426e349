import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { PreviewListener } from "../../commands/templates/preview.ts";
import type { PreviewResult, PreviewStep } from "../preview/preview-result.ts";
import type { PreviewSession } from "../preview/preview-session.ts";
import { contextOf } from "./context-of.ts";
import { outputOf } from "./output-of.ts";
import { overviewOf } from "./overview-of.ts";

/** A page on this machine that shows each round of a preview. */
export interface PreviewServer {
  readonly url: string;
  /** To be told of every round. */
  readonly listener: PreviewListener;
  close(): void;
}

/** The files of the page, by their address. */
const PAGE: Readonly<Record<string, readonly [file: string, type: string]>> = {
  "/": ["index.html", "text/html"],
  "/page.css": ["page.css", "text/css"],
  "/page.js": ["page.js", "text/javascript"],
};

/** Nothing from elsewhere, nothing to elsewhere, and in no frame of another page. */
const HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "no-store",
};

/**
 * Serves the page on the loopback interface alone.
 * @param port 0 for any that is free
 */
export async function servePreview(port: number): Promise<PreviewServer> {
  const streams = new Set<ServerResponse>();
  let session: PreviewSession | undefined;
  let result: PreviewResult | undefined;
  let steps: { types?: PreviewStep; tool?: PreviewStep } = {};
  const state = () => session && result && overviewOf(session, result, steps);
  const tell = (event: string, data: unknown, to: Iterable<ServerResponse> = streams) => {
    for (const stream of to) stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const server = createServer((request, response) => {
    if (request.headers.host === own && request.method === "GET" && request.url === "/events") subscribe(response);
    else send(response, answer(request));
  });
  server.listen(port, "127.0.0.1");
  await Promise.race([once(server, "listening"), once(server, "error").then(([error]) => Promise.reject(error))]);
  const own = `127.0.0.1:${(server.address() as AddressInfo).port}`;

  function answer(request: IncomingMessage): Reply {
    // A name that somebody made lead to this machine is not ours: the page of another site could ask by it.
    if (request.headers.host !== own) return told(403, `Open http://${own}/.`);
    if (request.method !== "GET") return told(405, "This page is only read.");
    const url = new URL(request.url ?? "/", `http://${own}`);
    const page = PAGE[url.pathname];
    if (page)
      return {
        status: 200,
        type: page[1],
        text: readFileSync(path.join(import.meta.dirname, "page", page[0]), "utf8"),
      };
    if (!session || !result) return told(503, "The spec is being read.");
    try {
      if (url.pathname === "/output") return json(outputOf(session, result, url.searchParams.get("path") ?? ""));
      if (url.pathname === "/context") return json(contextOf(session, url.searchParams));
    } catch (error) {
      return told(404, error instanceof Error ? error.message : String(error));
    }
    return told(404, "There is no such page.");
  }

  function subscribe(response: ServerResponse): void {
    response.writeHead(200, { ...HEADERS, "Content-Type": "text/event-stream; charset=utf-8" });
    response.write("retry: 500\n\n");
    streams.add(response);
    response.on("close", () => streams.delete(response));
    const known = state();
    if (known) tell("round", known, [response]);
  }

  return {
    url: `http://${own}/`,
    listener: {
      shown(shown, from) {
        session = from;
        result = shown;
        steps = {};
        tell("round", state());
      },
      typed(step) {
        steps = { ...steps, types: step };
        tell("round", state());
      },
      confirmed(step) {
        steps = { ...steps, tool: step };
        tell("round", state());
      },
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Reply {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

function told(status: number, text: string): Reply {
  return { status, type: "text/plain", text };
}

function json(value: unknown): Reply {
  return { status: 200, type: "application/json", text: JSON.stringify(value) };
}

function send(response: ServerResponse, { status, type, text }: Reply): void {
  response.writeHead(status, { ...HEADERS, "Content-Type": `${type}; charset=utf-8` }).end(text);
}
