import path from "node:path";
import { pathToFileURL } from "node:url";
import type { EditorServer } from "./editor-server.ts";
import { messageStream } from "./message-stream.ts";

type Item = { readonly label: string };
type Completions = readonly Item[] | { readonly items: readonly Item[] } | null;
type Hover = { readonly contents?: { readonly value?: string } } | null;

/**
 * The language server of TypeScript 7, which speaks the Language Server Protocol.
 * @param typescript absolute path of the package
 */
export async function lspServer(typescript: string, file: string, text: string): Promise<EditorServer> {
  const folder = path.dirname(file);
  const stream = messageStream([path.join(typescript, "bin/tsc"), "--lsp", "--stdio"], folder, (message) => {
    // What the server asks of the editor has to be answered.
    if (message.method && message.id !== undefined) send({ id: message.id, result: null });
  });
  const uri = pathToFileURL(file).href;
  const document = { uri };
  let last = 0;
  const ask = async <Result>(method: string, params: object): Promise<Result> => {
    const id = ++last;
    const answer = stream.next((message) => message.id === id && message.method === undefined);
    send({ id, method, params });
    const { result, error } = await answer;
    if (error) throw new Error(`${method}: ${error.message}`);
    return result as Result;
  };
  const rootUri = pathToFileURL(folder).href;
  const workspaceFolders = [{ uri: rootUri, name: "bench" }];
  const textDocument = { diagnostic: {}, completion: {}, hover: { contentFormat: ["plaintext"] } };
  await ask("initialize", { processId: process.pid, rootUri, workspaceFolders, capabilities: { textDocument } });
  send({ method: "initialized", params: {} });
  return {
    async open() {
      const opened = { uri, languageId: "typescript", version: 1, text };
      send({ method: "textDocument/didOpen", params: { textDocument: opened } });
      const { items } = await ask<{ items: unknown[] }>("textDocument/diagnostic", { textDocument: document });
      return items.length;
    },
    async complete(position) {
      const found = await ask<Completions>("textDocument/completion", { textDocument: document, position });
      const items = found === null ? [] : "items" in found ? found.items : found;
      return items.map(({ label }) => label);
    },
    async hover(position) {
      const found = await ask<Hover>("textDocument/hover", { textDocument: document, position });
      return found?.contents?.value ?? "";
    },
    close: stream.close,
  };

  function send(message: object): void {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    stream.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }
}
