import type { OperationName } from "@sailkit/beta-client/manifest";

/** The operations of the API that a tenant answers. Whatever else a client knows, it does not find there. */
export type TaskOperation = Extract<
  OperationName,
  "getTaskStatusList" | "getPendingTasks" | "getPendingTaskHeaders" | "getTaskStatus" | "updateTaskStatus"
>;

/** What a tenant can be asked: the operations of the API, and the two of the token service. */
export type OperationId = TaskOperation | "createToken" | "getOauthInfo";
