import axios from "axios";
import type { Open } from "./open.ts";
import { headers, TASK_ID } from "./task.ts";

export const open: Open = (baseURL, stubbed) => {
  const client = axios.create({ baseURL, headers, ...(stubbed && { adapter: "fetch", env: { fetch } }) });
  return async () => (await client.get<{ id: string }>(`/task-status/${encodeURIComponent(TASK_ID)}`)).data.id;
};
