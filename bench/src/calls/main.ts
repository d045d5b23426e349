import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { repository } from "../speed/repository.ts";
import { BARE, CLIENT, contenders, OPENAPI_FETCH, SDK } from "./contenders.ts";
import { generatedContenders } from "./generated-contenders.ts";
import { type CallTimes, measureCalls } from "./measure-calls.ts";
import { callRatio, renderCalls } from "./render-calls.ts";
import { stubFetch } from "./stub-fetch.ts";

/** What a call costs beside the network, against peers, paired in one run. `--docs` publishes it. */
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "21" }, docs: { type: "boolean", default: false } },
});
const rounds = Number(values.rounds);
const folder = mkdtempSync(path.join(tmpdir(), "sailkit-calls-"));
try {
  const all = [...contenders, ...(await generatedContenders(folder))];
  const stubbed = await overStub();
  const loopback = await overLoopback();
  const text = page(stubbed, loopback);
  console.log(text);
  if (values.docs) writeFileSync(path.join(repository, "docs/calls.md"), `${text}\n`);

  async function overStub(): Promise<CallTimes[]> {
    const real = globalThis.fetch;
    const stub = stubFetch();
    globalThis.fetch = stub.fetch;
    try {
      const calls = 2_000;
      const times = await measureCalls(all, { baseUrl: "http://127.0.0.1:9/beta", stubbed: true, rounds, calls });
      const expected = all.length * (1 + 2 * calls + rounds * calls);
      if (stub.count() !== expected) throw new Error(`The stub saw ${stub.count()} calls instead of ${expected}.`);
      return times;
    } finally {
      globalThis.fetch = real;
    }
  }

  async function overLoopback(): Promise<CallTimes[]> {
    const server = fork(path.join(import.meta.dirname, "loopback-server.ts"));
    try {
      const [port] = (await once(server, "message")) as [number];
      return await measureCalls(all, { baseUrl: `http://127.0.0.1:${port}/beta`, stubbed: false, rounds, calls: 200 });
    } finally {
      server.kill();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function page(stubbed: readonly CallTimes[], loopback: readonly CallTimes[]): string {
  const client = callRatio(stubbed, CLIENT, OPENAPI_FETCH, "wall") ?? Number.NaN;
  const sdk = callRatio(loopback, SDK, BARE, "wall") ?? Number.NaN;
  const met = (found: number, limit: number) => `${found.toFixed(2)} of ${limit}: ${found <= limit ? "met" : "missed"}`;
  return `# What a call costs

What \`pnpm --filter @sailkit/bench calls --docs\` wrote last. \`pnpm --filter @sailkit/bench paging\` does the same for whole collections.

One call of \`getTaskStatus\`, one after the other, medians of ${rounds} rounds; ratios are of the same round.

## Over a stubbed fetch

${renderCalls(stubbed)}

## Over a loopback server

${renderCalls(loopback)}

## Targets

- The client against openapi-fetch, stubbed: ${met(client, 1.1)}.
- The sdk against bare fetch, loopback: ${met(sdk, 1.5)}.

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), load ${loadavg()[0]?.toFixed(1)} at the end.`;
}
