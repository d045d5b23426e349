import { setTimeout as delay } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createReporter } from "../../src/progress/create-reporter.ts";

/** A terminal that keeps what is on its lines, as far as the spinner moves the cursor. */
class Terminal {
  readonly isTTY = true;
  readonly columns = 80;
  readonly shown: string[] = [];
  #lines = [""];

  write(text: string): boolean {
    for (const part of stripVTControlCharacters(text).split(/(\n)/)) {
      if (part === "\n") this.#lines.push("");
      else this.#lines[this.#lines.length - 1] += part;
    }
    this.shown.push(this.#lines.at(-1) ?? "");
    return true;
  }
  cursorTo(): boolean {
    return true;
  }
  moveCursor(_: number, rows: number): boolean {
    if (rows < 0) this.#lines.pop();
    return true;
  }
  clearLine(): boolean {
    this.#lines[this.#lines.length - 1] = "";
    return true;
  }
  get lines(): string[] {
    return this.#lines;
  }
}

beforeEach(() => {
  vi.stubEnv("CI", undefined);
  vi.stubEnv("TERM", "xterm");
});
afterEach(() => vi.unstubAllEnvs());

function gate() {
  let open = () => {};
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { closed, open };
}

test("a terminal shows what runs now, side by side, and keeps what has ended", async () => {
  const terminal = new Terminal();
  const reporter = createReporter({ mode: "tty", stream: terminal, color: false });
  await reporter.stage("read", () => {});
  const [types, operations] = [gate(), gate()];
  const stages = [reporter.stage("types", () => types.closed), reporter.stage("operations", () => operations.closed)];
  await vi.waitFor(() => expect(terminal.lines.at(-1)).toMatch(/^\S types \d+ ms {3}operations \d+ ms$/), {
    timeout: 3000,
  });
  types.open();
  await stages[0];
  expect(terminal.lines.at(-1)).toMatch(/^\S operations \d+ ms$/);
  operations.open();
  await stages[1];
  reporter.summary({ message: "Generated 5 operations." });
  expect(terminal.lines.map((line) => line.replace(/\d+ ms/, "N ms"))).toEqual([
    "✔ read N ms",
    "✔ types N ms",
    "✔ operations N ms",
    "✔ Generated 5 operations.",
    "",
  ]);
});

test("a command that ends at once never starts the spinner", async () => {
  const terminal = new Terminal();
  const reporter = createReporter({ mode: "tty", stream: terminal, color: false });
  await expect(reporter.stage("read", () => Promise.reject(new Error("no such file")))).rejects.toThrow();
  reporter.fail(new Error("no such file"));
  await delay(0);
  expect(terminal.lines).toEqual([expect.stringMatching(/^✖ read \d+ ms$/), "error no such file", ""]);
});
