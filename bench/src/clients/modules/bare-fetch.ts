import type { Open } from "./open.ts";
import { headers, TASK_ID } from "./task.ts";

/** The floor: what a careful user writes by hand. */
export const open: Open = (baseUrl) => async () => {
  const answer = await fetch(`${baseUrl}/task-status/${encodeURIComponent(TASK_ID)}`, { headers });
  if (!answer.ok) throw new Error(String(answer.status));
  return ((await answer.json()) as { id: string }).id;
};
