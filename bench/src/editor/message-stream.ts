import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a server says, in either of two protocols: the members that are read here. */
export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly type?: string;
  readonly event?: string;
  readonly request_seq?: number;
  readonly body?: unknown;
}

/** A process that prints messages, each below a line that tells its length. */
export interface MessageStream {
  /** Writes text to the process. */
  write(text: string): void;
  /** The first message that passes, of those that come from now on. */
  next(passes: (message: Message) => boolean): Promise<Message>;
  /** Ends the process, and gives the megabytes it had at most; undefined where the system does not tell. */
  close(): number | undefined;
}

/**
 * Starts Node with a script that prints messages.
 * @param hear is given every message
 */
export function messageStream(args: readonly string[], cwd: string, hear: (message: Message) => void): MessageStream {
  const child = spawn(process.execPath, args, { cwd }) as ChildProcessWithoutNullStreams;
  child.stderr.resume();
  const waiting = new Set<(message: Message) => void>();
  let read = Buffer.alloc(0);
  child.stdout.on("data", (chunk: Buffer) => {
    read = Buffer.concat([read, chunk]);
    for (let message = take(); message; message = take()) {
      hear(message);
      for (const listener of [...waiting]) listener(message);
    }
  });
  return {
    write: (text) => void child.stdin.write(text),
    next: (passes) =>
      new Promise((resolve, reject) => {
        const ended = (code: number | null) => reject(new Error(`${args[0]} ended with ${code}.`));
        child.once("exit", ended);
        waiting.add(function listener(message) {
          if (!passes(message)) return;
          waiting.delete(listener);
          child.off("exit", ended);
          resolve(message);
        });
      }),
    close() {
      const peak = peakMegabytes(child.pid);
      child.kill();
      return peak;
    },
  };

  function take(): Message | undefined {
    const head = read.indexOf("\r\n\r\n");
    if (head < 0) return undefined;
    const length = Number(/Content-Length: (\d+)/i.exec(read.toString("latin1", 0, head))?.[1]);
    const end = head + 4 + length;
    if (read.length < end) return undefined;
    const message = JSON.parse(read.toString("utf8", head + 4, end)) as Message;
    read = read.subarray(end);
    return message;
  }
}

function peakMegabytes(id: number | undefined): number | undefined {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${id}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}
