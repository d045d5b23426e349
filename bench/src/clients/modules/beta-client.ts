import { createClient, getTaskStatus } from "@sailkit/beta-client";
import type { Open } from "./open.ts";
import { headers, TASK_ID } from "./task.ts";

export const open: Open = (baseUrl) => {
  const client = createClient({ baseUrl, headers });
  return async () => (await getTaskStatus(client, { params: { path: { id: TASK_ID } } })).data?.id;
};
