import type { TaskStatus } from "@sailkit/beta-client";

let count = 0;

/** A failed task, with what a test says about it. */
export function task(more: Partial<TaskStatus> = {}): TaskStatus {
  const id = String(++count).padStart(32, "0");
  return {
    id,
    type: "QUARTZ",
    uniqueName: `Task ${count}`,
    description: "A task of a test",
    parentName: null,
    launcher: "support",
    created: "2026-01-02T03:04:05.000Z",
    modified: "2026-01-02T03:05:05.000Z",
    launched: "2026-01-02T03:04:05.000Z",
    completed: "2026-01-02T03:05:05.000Z",
    completionStatus: "ERROR",
    messages: [],
    returns: [],
    attributes: {},
    progress: null,
    percentComplete: 100,
    ...more,
  };
}
