import { median } from "../speed/measure/median.ts";
import type { Caller } from "./measure-calls.ts";
import { timeCalls } from "./time-calls.ts";

/** Calls that are timed, and calls between them. */
const [TIMED, BETWEEN] = [100, 800];

/** What a call costs when the client is new, and when it has made many; in microseconds. */
export interface Wear {
  readonly name: string;
  readonly fresh: number;
  readonly worn: number;
}

/** Times the first hundred calls of a client, and its calls 901 to 1,000, over a stubbed fetch; medians of three clients. */
export async function measureWear(callers: readonly Caller[], baseUrl: string): Promise<Wear[]> {
  const found: Wear[] = [];
  for (const { name, open } of callers) {
    const clients: { fresh: number; worn: number }[] = [];
    for (let client = 0; client < 3; client++) {
      const call = open(baseUrl, true);
      const fresh = (await timeCalls(call, TIMED)).wall;
      await timeCalls(call, BETWEEN);
      clients.push({ fresh, worn: (await timeCalls(call, TIMED)).wall });
    }
    const middle = (of: "fresh" | "worn") => median(clients.map((client) => client[of])) ?? Number.NaN;
    found.push({ name, fresh: middle("fresh"), worn: middle("worn") });
  }
  return found;
}
