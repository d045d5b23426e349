import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bundleContender } from "../clients/bundle-contender.ts";
import type { Contender, ContenderModule } from "../clients/contender.ts";
import { VENDOR } from "../clients/contenders.ts";
import { stubFetch } from "../clients/stub-fetch.ts";
import { type Caller, type CallTimes, measureCalls } from "./measure-calls.ts";
import { measureWear, type Wear } from "./measure-wear.ts";

/** What calls cost. */
export interface CallResults {
  readonly rounds: number;
  readonly stubbed: readonly CallTimes[];
  readonly loopback: readonly CallTimes[];
  readonly wear: readonly Wear[];
}

/** Calls in a round. Those of the vendor's package take longer each time, and would not end. */
const calls = (most: number) => (name: string) => (name === VENDOR ? 100 : most);

/** Measures what a call costs beside the network, over a stubbed `fetch` and over a server on this machine. */
export async function runCalls(contenders: readonly Contender[], rounds: number): Promise<CallResults> {
  const callers: Caller[] = [];
  for (const contender of contenders) {
    const { open } = (await import(pathToFileURL(await bundleContender(contender)).href)) as ContenderModule;
    callers.push({ name: contender.name, open });
  }
  const baseUrl = "http://127.0.0.1:9/beta";
  const stub = stubFetch();
  const real = globalThis.fetch;
  globalThis.fetch = stub.fetch;
  let stubbed: CallTimes[];
  let wear: Wear[];
  try {
    const plan = { baseUrl, stubbed: true, rounds, calls: calls(2_000) };
    stubbed = await measureCalls(callers, plan);
    const each = callers.reduce((sum, { name }) => sum + 1 + plan.calls(name), 0);
    const expected = each * (rounds + 1);
    if (stub.count() !== expected) throw new Error(`The stub saw ${stub.count()} calls instead of ${expected}.`);
    wear = await measureWear(callers, baseUrl);
  } finally {
    globalThis.fetch = real;
  }
  return { rounds, stubbed, wear, loopback: await overLoopback(callers, rounds) };
}

async function overLoopback(callers: readonly Caller[], rounds: number): Promise<CallTimes[]> {
  const server = fork(path.join(import.meta.dirname, "../clients/loopback-server.ts"));
  try {
    const [port] = (await once(server, "message")) as [number];
    const baseUrl = `http://127.0.0.1:${port}/beta`;
    return await measureCalls(callers, { baseUrl, stubbed: false, rounds, calls: calls(200) });
  } finally {
    server.kill();
  }
}
