import type { Operation } from "./operation.ts";
import { readId } from "./read-id.ts";

/** `getTaskStatus`: one task. The spec promises no body for a 404 here, and there is none. */
export const getTask: Operation = (exchange, { tasks }) => {
  const task = tasks.get(readId(exchange));
  return task === undefined ? { status: 404 } : { status: 200, json: task };
};
