import { expect, test } from "vitest";
import { readTaskField, taskFields } from "../../src/operations/task-fields.ts";
import type { Task } from "../../src/tasks/task.ts";
import { startSession } from "../start-session.ts";

test("each field is read from its place in a task", async () => {
  const { tenant } = await startSession({ tasks: 300 });
  const task = tenant.tasks
    .completed()
    .find((one) => one.completionStatus === "TEMPERROR" && one.target?.type === "APPLICATION") as Task;
  expect(Object.fromEntries(taskFields.map((field) => [field, readTaskField(task, field)]))).toEqual({
    id: task.id,
    sourceId: task.target?.id,
    completionStatus: "TEMPERROR",
    type: task.type,
    uniqueName: task.uniqueName,
    description: task.description,
    parentName: task.parentName,
    launcher: task.launcher,
    "target.id": task.target?.id,
    "target.name": task.target?.name,
    created: task.created,
    modified: task.modified,
    launched: task.launched,
    completed: task.completed,
    percentComplete: task.percentComplete,
    progress: task.progress,
    "messages.key": ["connection_lost", "will_be_repeated"],
  });
  expect(readTaskField(task, "constructor")).toBeUndefined();
  expect(readTaskField({ ...task, target: null }, "sourceId")).toBeNull();
});
