import { BetaSdk } from "../../src/beta-sdk.ts";
import type { BetaSdkOptions } from "../../src/beta-sdk-options.ts";
import { FakeServer, type Reply, type Seen } from "./fake-server.ts";
import { ManualClock } from "./manual-clock.ts";
import { overSockets } from "./socket-transport.ts";

/** Whether requests travel over real sockets, as they do for the tests of `test/sockets`. */
export const realSockets: boolean = process.env.SAILKIT_TRANSPORT === "sockets";

/** An sdk on a clock and a server that the test holds in its hand. Jitter is at its greatest. */
export function makeSdk(
  reply: (seen: Seen, number: number) => Reply | Promise<Reply>,
  options: Partial<BetaSdkOptions> = {},
): { sdk: BetaSdk; clock: ManualClock; server: FakeServer } {
  const clock = new ManualClock();
  const server = new FakeServer(clock, reply);
  const sdk = new BetaSdk({
    ...(options.baseUrl === undefined && { tenant: "acme" }),
    auth: { clientId: "client", clientSecret: "very-secret" },
    fetch: realSockets ? overSockets(server.fetch) : server.fetch,
    clock,
    random: () => 1,
    ...options,
  });
  return { sdk, clock, server };
}
