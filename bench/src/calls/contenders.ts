import { createClient, getTaskStatus } from "@sailkit/beta-client";
import { BetaSdk } from "@sailkit/beta-sdk";
import axios from "axios";
import createFetchClient from "openapi-fetch";
import { TASK_ID } from "./answers.ts";
import type { Contender } from "./contender.ts";

const headers = { Authorization: "Bearer a-token" };
const path = { id: TASK_ID };

/** The part of the API's types that openapi-fetch needs here. */
interface TaskPaths {
  "/task-status/{id}": {
    get: {
      parameters: { path: { id: string } };
      responses: { 200: { content: { "application/json": { id: string } } } };
    };
  };
}

/** The floor: what a careful user writes by hand. */
export const BARE = "bare fetch";
/** What the client stands on. */
export const OPENAPI_FETCH = "openapi-fetch";
export const CLIENT = "@sailkit/beta-client";
export const SDK = "@sailkit/beta-sdk: token, retry, limiter";

/** What is there as source; what peers generate comes beside it. */
export const contenders: readonly Contender[] = [
  {
    name: BARE,
    open: (baseUrl) => async () => {
      const answer = await fetch(`${baseUrl}/task-status/${encodeURIComponent(TASK_ID)}`, { headers });
      if (!answer.ok) throw new Error(String(answer.status));
      return ((await answer.json()) as { id: string }).id;
    },
  },
  {
    name: OPENAPI_FETCH,
    open(baseUrl) {
      const client = createFetchClient<TaskPaths>({ baseUrl, headers });
      return async () => (await client.GET("/task-status/{id}", { params: { path } })).data?.id;
    },
  },
  {
    name: CLIENT,
    open(baseUrl) {
      const client = createClient({ baseUrl, headers });
      return async () => (await getTaskStatus(client, { params: { path } })).data?.id;
    },
  },
  {
    name: SDK,
    open(baseUrl) {
      const auth = { clientId: "id", clientSecret: "secret" };
      // The limiter is on, and never has to wait.
      const sdk = new BetaSdk({ baseUrl, auth, rateLimit: { requests: 1_000_000, interval: 10_250 } });
      return async () => (await sdk.tasks.get(TASK_ID)).id;
    },
  },
  {
    name: "axios",
    open(baseUrl, stubbed) {
      const client = axios.create({ baseURL: baseUrl, headers, ...(stubbed && { adapter: "fetch", env: { fetch } }) });
      return async () => (await client.get<{ id: string }>(`/task-status/${encodeURIComponent(TASK_ID)}`)).data.id;
    },
  },
];
