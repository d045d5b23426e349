import type { TaskStatus } from "@sailkit/beta-client";

/** A task that has ended, with whatever a test wants different. */
export function task(id: string, fields: Partial<TaskStatus> = {}): TaskStatus {
  return {
    id,
    type: "QUARTZ",
    uniqueName: `Task ${id}`,
    description: "",
    parentName: null,
    launcher: "support",
    created: "2026-01-01T00:00:00.000Z",
    modified: null,
    launched: null,
    completed: "2026-01-01T01:00:00.000Z",
    completionStatus: "SUCCESS",
    messages: [],
    returns: [],
    attributes: {},
    progress: null,
    percentComplete: 100,
    ...fields,
  };
}
