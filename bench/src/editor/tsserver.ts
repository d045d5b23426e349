import path from "node:path";
import type { EditorServer, Position } from "./editor-server.ts";
import { messageStream } from "./message-stream.ts";

/**
 * The language server of TypeScript before 7, which has a protocol of its own.
 * @param typescript absolute path of the package
 */
export async function tsserver(typescript: string, file: string, text: string): Promise<EditorServer> {
  const script = path.join(typescript, "lib/tsserver.js");
  const stream = messageStream([script, "--disableAutomaticTypingAcquisition"], path.dirname(file), () => {});
  let last = 0;
  const send = (command: string, args: object) => {
    const seq = ++last;
    stream.write(`${JSON.stringify({ seq, type: "request", command, arguments: args })}\n`);
    return seq;
  };
  const ask = async <Body>(command: string, args: object): Promise<Body> => {
    const seq = last + 1;
    const answer = stream.next((message) => message.type === "response" && message.request_seq === seq);
    send(command, args);
    return (await answer).body as Body;
  };
  const at = ({ line, character }: Position) => ({ file, line: line + 1, offset: character + 1 });
  await ask("configure", { hostInfo: "sailkit bench" });
  return {
    async open() {
      const found = ["syntaxDiag", "semanticDiag"].map((event) => stream.next((message) => message.event === event));
      send("open", { file, fileContent: text, scriptKindName: "TS" });
      send("geterr", { files: [file], delay: 0 });
      const counts = (await Promise.all(found)).map(
        ({ body }) => (body as { diagnostics: unknown[] }).diagnostics.length,
      );
      return counts.reduce((sum, count) => sum + count, 0);
    },
    async complete(position) {
      const { entries } = await ask<{ entries: { name: string }[] }>("completionInfo", at(position));
      return entries.map(({ name }) => name);
    },
    hover: async (position) => (await ask<{ displayString: string }>("quickinfo", at(position))).displayString,
    close: stream.close,
  };
}
