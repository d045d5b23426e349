import type { ConsumerCall } from "./consumer-call.ts";

const status: ConsumerCall = {
  operation: "getTaskStatus",
  path: "/task-status/{id}",
  tag: "TaskManagement",
  params: 'path: { id: "a" }',
  used: "data?.uniqueName",
};

/** GET operations that the programs use, by name of the spec; a spec without any is not compiled. */
export const consumerCalls: Readonly<Record<string, readonly ConsumerCall[]>> = {
  "task-management": [
    status,
    {
      operation: "getTaskStatusList",
      path: "/task-status",
      tag: "TaskManagement",
      params: "query: { limit: 1 }",
      used: "data?.[0]?.uniqueName",
    },
  ],
  "whole-beta": [
    status,
    {
      operation: "listAccessProfiles",
      path: "/access-profiles",
      tag: "AccessProfiles",
      params: "query: { limit: 1 }",
      used: "data?.[0]?.name",
    },
    {
      operation: "listSources",
      path: "/sources",
      tag: "Sources",
      params: "query: { limit: 1 }",
      used: "data?.[0]?.name",
    },
  ],
};
