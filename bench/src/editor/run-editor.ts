import { readFileSync } from "node:fs";
import path from "node:path";
import { compilers } from "../speed/compile/compilers.ts";
import { consumerCalls } from "../speed/compile/consumer-calls.ts";
import { type Consumer, prepareConsumers } from "../speed/compile/prepare-consumers.ts";
import { median } from "../speed/measure/median.ts";
import type { BenchSpec } from "../speed/specs/bench-spec.ts";
import { lspServer } from "./lsp-server.ts";
import { type Session, timeSession } from "./time-session.ts";
import { tsserver } from "./tsserver.ts";

/** Medians of one client in one editor. */
export interface EditorRow extends Session {
  readonly compiler: string;
  readonly client: string;
}

/**
 * What somebody waits for in an editor whose program imports one operation of a whole client; every session has a server of its
 * own.
 * @param fail hears of a tool that gives up, or of a client that an editor knows nothing of; it has no row then
 */
export async function runEditor(
  spec: BenchSpec,
  rounds: number,
  parent: string,
  fail: (reason: string) => void,
): Promise<EditorRow[]> {
  const calls = consumerCalls[spec.name]?.slice(0, 1) ?? [];
  const consumers = prepareConsumers(spec, calls, path.join(parent, "editor"), fail);
  const rows: EditorRow[] = [];
  for (const { version, tsc } of compilers) {
    const all = consumers.map((consumer) => ({ consumer, sessions: [] as Session[] }));
    for (let round = 0; round < rounds; round++) {
      for (const { consumer, sessions } of all) {
        try {
          sessions.push(await session(path.dirname(path.dirname(tsc)), version, consumer));
        } catch (error) {
          fail(
            `TypeScript ${version}, ${consumer.name} in an editor: ${error instanceof Error ? error.message : error}`,
          );
        }
      }
    }
    for (const { consumer, sessions } of all) {
      if (sessions.length > 0) rows.push({ compiler: version, client: consumer.name, ...middle(sessions) });
    }
  }
  return rows;
}

async function session(typescript: string, version: string, { folder }: Consumer): Promise<Session> {
  const file = path.join(folder, "program.ts");
  const text = readFileSync(file, "utf8");
  const start = Number.parseInt(version, 10) < 7 ? tsserver : lspServer;
  return timeSession(await start(typescript, file, text), text);
}

function middle(sessions: readonly Session[]): Session {
  const of = (name: keyof Session) => median(sessions.map((one) => one[name]));
  const known = (name: keyof Session) => of(name) ?? Number.NaN;
  return {
    diagnostics: known("diagnostics"),
    parameters: known("parameters"),
    answer: known("answer"),
    hover: known("hover"),
    peakMegabytes: of("peakMegabytes"),
  };
}
