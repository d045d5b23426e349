import type { TaskStatus } from "@sailkit/beta-client";

/** A task as the API answers it, all members present. */
export type Task = Required<TaskStatus>;
