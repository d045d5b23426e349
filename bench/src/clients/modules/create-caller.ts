import { createCaller, getTaskStatus } from "@sailkit/beta-client";
import type { Open } from "./open.ts";
import { headers, TASK_ID } from "./task.ts";

/** Without openapi-fetch. */
export const open: Open = (baseUrl) => {
  const caller = createCaller({ baseUrl, headers });
  return async () => (await getTaskStatus(caller, { params: { path: { id: TASK_ID } } })).data?.id;
};
