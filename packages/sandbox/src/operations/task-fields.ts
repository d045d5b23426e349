import type { FieldValue } from "../filter/evaluate-filter.ts";
import type { Task } from "../tasks/task.ts";

const readers: Readonly<Record<string, (task: Task) => FieldValue>> = {
  id: (task) => task.id,
  sourceId: (task) => (task.target?.type === "APPLICATION" ? task.target.id : null),
  completionStatus: (task) => task.completionStatus,
  type: (task) => task.type,
  uniqueName: (task) => task.uniqueName,
  description: (task) => task.description,
  parentName: (task) => task.parentName,
  launcher: (task) => task.launcher,
  "target.id": (task) => task.target?.id,
  "target.name": (task) => task.target?.name,
  created: (task) => task.created,
  modified: (task) => task.modified,
  launched: (task) => task.launched,
  completed: (task) => task.completed,
  percentComplete: (task) => task.percentComplete,
  progress: (task) => task.progress,
  "messages.key": (task) => task.messages.map((message) => message.key),
};

/** Names of the fields by which tasks can be filtered and sorted, where an operation supports them. */
export const taskFields: readonly string[] = Object.keys(readers);

/** The value of a field of a task, by its name in filters and sorters. `sourceId` is the id of a target that is a source. */
export function readTaskField(task: Task, field: string): FieldValue {
  return Object.hasOwn(readers, field) ? readers[field]?.(task) : undefined;
}
