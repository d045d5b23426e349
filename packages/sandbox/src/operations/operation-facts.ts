import type { TaskOperation } from "./operation-id.ts";

/** What the spec says about an operation, as far as admission goes. */
export interface OperationFacts {
  readonly method: "GET" | "HEAD" | "PATCH";
  /** Path below the API version. */
  readonly path: string;
  /** Scopes of which a token needs one. */
  readonly scopes: readonly string[];
  /** Levels of which a user needs one. */
  readonly userLevels: readonly string[];
  /** Whether a token that stands for no user is admitted. */
  readonly application: boolean;
}

const reading = {
  scopes: ["idn:task-management:read", "idn:task-management:write"],
  userLevels: [
    "ORG_ADMIN",
    "HELPDESK",
    "CERT_ADMIN",
    "REPORT_ADMIN",
    "ROLE_ADMIN",
    "ROLE_SUBADMIN",
    "SOURCE_ADMIN",
    "SOURCE_SUBADMIN",
  ],
  application: true,
} as const;

/** Every operation that a tenant answers. A test holds them against the spec. */
export const operationFacts: Readonly<Record<TaskOperation, OperationFacts>> = {
  getTaskStatusList: { method: "GET", path: "/task-status", ...reading },
  getPendingTasks: { method: "GET", path: "/task-status/pending-tasks", ...reading },
  getPendingTaskHeaders: { method: "HEAD", path: "/task-status/pending-tasks", ...reading },
  getTaskStatus: { method: "GET", path: "/task-status/{id}", ...reading },
  updateTaskStatus: {
    method: "PATCH",
    path: "/task-status/{id}",
    scopes: ["idn:task-management:write"],
    userLevels: reading.userLevels.filter((level) => level !== "HELPDESK"),
    application: false,
  },
};
