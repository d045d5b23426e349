import type { EditorServer, Position } from "./editor-server.ts";

/** What somebody waits for who has opened a program, in milliseconds. */
export interface Session {
  /** From opening the file in a server that has just started until its errors are known. */
  readonly diagnostics: number;
  /** Completion among the parameters of the call. */
  readonly parameters: number;
  /** Completion among the members of the answer. */
  readonly answer: number;
  /** What is shown over the answer. */
  readonly hover: number;
  readonly peakMegabytes: number | undefined;
}

/**
 * Opens a program that calls `getTaskStatus` and uses `data?.uniqueName`, and asks what an editor asks.
 * @throws Error where an answer is not what a user would need: a server that knows nothing is fast and means nothing
 */
export async function timeSession(server: EditorServer, text: string): Promise<Session> {
  try {
    const [errors, diagnostics] = await timed(() => server.open());
    if (errors > 0) throw new Error(`It has ${errors} errors.`);
    const [parameters, parametersTime] = await timed(() => server.complete(after(text, "{ id")));
    if (!parameters.includes("id")) throw new Error(`The parameter "id" is not proposed.`);
    const [members, answer] = await timed(() => server.complete(after(text, "data?.")));
    if (!members.includes("uniqueName")) throw new Error(`The member "uniqueName" is not proposed.`);
    const [shown, hover] = await timed(() => server.hover(after(text, "{ dat")));
    if (!shown.includes("data")) throw new Error("Nothing is shown over the answer.");
    return { diagnostics, parameters: parametersTime, answer, hover, peakMegabytes: server.close() };
  } finally {
    server.close();
  }
}

async function timed<T>(run: () => Promise<T>): Promise<readonly [result: T, milliseconds: number]> {
  const start = performance.now();
  const result = await run();
  return [result, performance.now() - start];
}

/** The position behind the first occurrence of a piece of text. */
function after(text: string, piece: string): Position {
  const before = text.slice(0, text.indexOf(piece) + piece.length).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
