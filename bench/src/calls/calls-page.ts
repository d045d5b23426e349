import { BARE, CALLER, CLIENT, OPENAPI_FETCH, SDK, VENDOR } from "../clients/contenders.ts";
import { digits } from "../speed/report/digits.ts";
import { table } from "../speed/report/table.ts";
import { callRatio } from "./call-ratio.ts";
import { renderCalls } from "./render-calls.ts";
import type { CallResults } from "./run-calls.ts";

/**
 * The page of the docs on single calls.
 * @param machine when and where it was measured, as a sentence
 */
export function callsPage({ rounds, stubbed, loopback, wear }: CallResults, machine: string): string {
  const overFetchClient = (name: string) => callRatio(stubbed, name, OPENAPI_FETCH, "wall") ?? Number.NaN;
  const sdk = callRatio(loopback, SDK, BARE, "wall") ?? Number.NaN;
  const met = (found: number, limit: number) => `${found.toFixed(2)} of ${limit}: ${found <= limit ? "met" : "missed"}`;
  return `# What a call costs

What \`pnpm --filter @sailkit/bench compare --docs\` wrote last; \`pnpm --filter @sailkit/bench calls\` measures this page alone.
Whole collections, cold start and editors stand in the [comparison](comparison.md).

One call of \`getTaskStatus\`, one after the other, medians of ${rounds} rounds; ratios are of the same round. Each client is new in
each round. ${VENDOR} makes 100 calls in a round, since each call makes its next one slower: see [wear](#wear).

## Over a stubbed fetch

${renderCalls(stubbed)}

## Over a loopback server

${renderCalls(loopback)}

## Wear

Microseconds of a call over a stubbed fetch, by how many calls the client has made.

${table(
  ["client", "#calls 1 to 100", "#calls 901 to 1,000", "#×"],
  wear.map(({ name, fresh, worn }) => [name, digits(fresh, 0), digits(worn, 0), digits(worn / fresh, 2)]),
)}

## Targets

- The client against openapi-fetch, stubbed: ${met(overFetchClient(CLIENT), 1.1)}; with \`createCaller\` ${met(overFetchClient(CALLER), 1.1)}.
- The sdk against bare fetch, loopback: ${met(sdk, 1.5)}.

${machine}
`;
}
