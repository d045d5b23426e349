import type { ListOptions } from "@sailkit/beta-sdk";

/** Reads every task of a server, one after the other, and gives how many there were. */
export type ReadTasks = (baseUrl: string) => Promise<number>;

/** The vendor's reader. */
export const PAGINATOR = "sailpoint-api-client, Paginator";

/** Ways to read a collection to its end, by name. Loading one loads no package but its own. */
export const readers: Readonly<Record<string, () => Promise<ReadTasks>>> = {
  "bare fetch, a loop by hand": async () => async (baseUrl) => {
    let count = 0;
    for (let offset = 0; ; offset += 250) {
      const answer = await fetch(`${baseUrl}/task-status?limit=250&offset=${offset}`);
      const rows = (await answer.json()) as { id: string }[];
      for (const { id } of rows) if (id) count++;
      if (rows.length < 250) return count;
    }
  },
  async "@sailkit/beta-client, a loop by hand"() {
    const { createClient, getTaskStatusList } = await import("@sailkit/beta-client");
    return async (baseUrl) => {
      const client = createClient({ baseUrl });
      let count = 0;
      for (let offset = 0; ; offset += 250) {
        const { data = [] } = await getTaskStatusList(client, { params: { query: { limit: 250, offset } } });
        for (const { id } of data) if (id) count++;
        if (data.length < 250) return count;
      }
    };
  },
  "@sailkit/beta-sdk": () => iterate({}),
  "@sailkit/beta-sdk, two pages read ahead": () => iterate({ readAhead: 2 }),
  async [PAGINATOR]() {
    const { Configuration, Paginator, TaskManagementBetaApi } = await import("sailpoint-api-client");
    return async (baseUrl) => {
      const configuration = new Configuration({ baseurl: baseUrl.replace(/\/beta$/, ""), accessToken: "a-token" });
      const api = new TaskManagementBetaApi(configuration);
      const { data } = await Paginator.paginate(api, api.getTaskStatusList);
      let count = 0;
      for (const { id } of data) if (id) count++;
      return count;
    };
  },
};

async function iterate(options: ListOptions): Promise<ReadTasks> {
  const { BetaSdk } = await import("@sailkit/beta-sdk");
  return async (baseUrl) => {
    const auth = { clientId: "id", clientSecret: "secret" };
    // The limiter is on, and never has to wait.
    const sdk = new BetaSdk({ baseUrl, auth, rateLimit: { requests: 1_000_000, interval: 10_250 } });
    let count = 0;
    for await (const { id } of sdk.tasks.list(options)) if (id) count++;
    return count;
  };
}
