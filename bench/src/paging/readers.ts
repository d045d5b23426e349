import { createClient, getTaskStatusList } from "@sailkit/beta-client";
import { BetaSdk, type ListOptions } from "@sailkit/beta-sdk";

/** Reads every task of a server, one after the other, and gives how many there were. */
export type ReadTasks = (baseUrl: string) => Promise<number>;

/** Ways to read a collection to its end, by name. */
export const readers: Readonly<Record<string, ReadTasks>> = {
  async "bare fetch, a loop by hand"(baseUrl) {
    let count = 0;
    for (let offset = 0; ; offset += 250) {
      const answer = await fetch(`${baseUrl}/task-status?limit=250&offset=${offset}`);
      const rows = (await answer.json()) as { id: string }[];
      for (const { id } of rows) if (id) count++;
      if (rows.length < 250) return count;
    }
  },
  async "@sailkit/beta-client, a loop by hand"(baseUrl) {
    const client = createClient({ baseUrl });
    let count = 0;
    for (let offset = 0; ; offset += 250) {
      const { data = [] } = await getTaskStatusList(client, { params: { query: { limit: 250, offset } } });
      for (const { id } of data) if (id) count++;
      if (data.length < 250) return count;
    }
  },
  "@sailkit/beta-sdk": (baseUrl) => iterate(baseUrl, {}),
  "@sailkit/beta-sdk, two pages read ahead": (baseUrl) => iterate(baseUrl, { readAhead: 2 }),
};

async function iterate(baseUrl: string, options: ListOptions): Promise<number> {
  const auth = { clientId: "id", clientSecret: "secret" };
  // The limiter is on, and never has to wait.
  const sdk = new BetaSdk({ baseUrl, auth, rateLimit: { requests: 1_000_000, interval: 10_250 } });
  let count = 0;
  for await (const { id } of sdk.tasks.list(options)) if (id) count++;
  return count;
}
