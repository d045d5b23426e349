import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundleContender } from "../clients/bundle-contender.ts";
import type { Contender } from "../clients/contender.ts";
import { median } from "../speed/measure/median.ts";

/** What a contender takes in a fresh process, in milliseconds: medians. */
export interface Start {
  /** Until `import()` is done, where nothing of `fetch` was loaded before. */
  readonly imported: number;
  /** Until it has answered, import included: over a stubbed `fetch`, and over a server on this machine. */
  readonly stubbed: number;
  readonly loopback: number;
}

/**
 * Starts every contender in every round, each round beginning with another one, so that a load on the machine meets all.
 * @returns starts by name
 */
export async function measureStarts(contenders: readonly Contender[], rounds: number): Promise<Map<string, Start>> {
  const runs: { name: string; module: string; stubbed: Printed[]; loopback: Printed[] }[] = [];
  for (const contender of contenders) {
    const module = pathToFileURL(await bundleContender(contender)).href;
    runs.push({ name: contender.name, module, stubbed: [], loopback: [] });
  }
  const server = fork(path.join(import.meta.dirname, "../clients/loopback-server.ts"));
  try {
    const [port] = (await once(server, "message")) as [number];
    for (let round = 0; round < rounds; round++) {
      for (const run of [...runs.slice(round % runs.length), ...runs.slice(0, round % runs.length)]) {
        run.stubbed.push(startOnce(run.module));
        run.loopback.push(startOnce(run.module, `http://127.0.0.1:${port}/beta`));
      }
    }
  } finally {
    server.kill();
  }
  return new Map(
    runs.map(({ name, stubbed, loopback }) => [
      name,
      {
        imported: middle(loopback.map(({ imported }) => imported)),
        stubbed: middle(stubbed.map(({ answered }) => answered)),
        loopback: middle(loopback.map(({ answered }) => answered)),
      },
    ]),
  );
}

/** What `start-once.ts` prints. */
interface Printed {
  readonly imported: number;
  readonly answered: number;
}

function startOnce(...args: readonly string[]): Printed {
  const program = path.join(import.meta.dirname, "start-once.ts");
  return JSON.parse(execFileSync(process.execPath, [program, ...args], { encoding: "utf8" })) as Printed;
}

function middle(values: readonly number[]): number {
  return median(values) ?? Number.NaN;
}
