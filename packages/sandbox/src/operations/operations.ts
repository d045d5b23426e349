import { createToken } from "./create-token.ts";
import { getOauthInfo } from "./get-oauth-info.ts";
import { getTask } from "./get-task.ts";
import { listCompleted } from "./list-completed.ts";
import { listPending } from "./list-pending.ts";
import type { Operation } from "./operation.ts";
import type { OperationId } from "./operation-id.ts";
import { updateTask } from "./update-task.ts";

/** Everything that a tenant can do. */
export const operations: Readonly<Record<OperationId, Operation>> = {
  createToken,
  getOauthInfo,
  getTaskStatusList: listCompleted,
  getPendingTasks: listPending,
  getPendingTaskHeaders: listPending,
  getTaskStatus: getTask,
  updateTaskStatus: updateTask,
};
