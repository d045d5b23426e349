import type { TaskStatus } from "@sailkit/beta-client";

/** A task as a tenant makes it up, with all members that it has values for. A field that the spec gains is none of them yet. */
export type Task = Required<
  Pick<
    TaskStatus,
    | "id"
    | "type"
    | "uniqueName"
    | "description"
    | "parentName"
    | "launcher"
    | "target"
    | "created"
    | "modified"
    | "launched"
    | "completed"
    | "completionStatus"
    | "messages"
    | "returns"
    | "attributes"
    | "progress"
    | "percentComplete"
    | "taskDefinitionSummary"
  >
>;
