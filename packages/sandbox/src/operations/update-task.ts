import type { Answer } from "../http/answer.ts";
import type { Exchange } from "../http/exchange.ts";
import { Refusal } from "../http/refusal.ts";
import { applyPatch } from "../patch/apply-patch.ts";
import { parsePatch } from "../patch/parse-patch.ts";
import { PatchError } from "../patch/patch-error.ts";
import type { PatchOperation } from "../patch/patch-operation.ts";
import type { Task } from "../tasks/task.ts";
import type { Operation } from "./operation.ts";
import { readId } from "./read-id.ts";

const mediaType = "application/json-patch+json";
const patchable = ["completionStatus", "completed"];
const statuses = ["SUCCESS", "WARNING", "ERROR", "TERMINATED", "TEMPERROR"];
const dateTimePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** `updateTaskStatus`: a JSON Patch on `/completionStatus` and `/completed`. */
export const updateTask: Operation = (exchange, { tasks, clock }): Answer => {
  const id = readId(exchange);
  const operations = readPatch(exchange);
  const task = tasks.get(id);
  if (task === undefined) throw new Refusal(404, "No such task.");
  const changed = change(task, operations);
  if (operations.every(({ op }) => op === "test")) return { status: 200, json: task };
  const modified = { ...changed, modified: new Date(clock.now()).toISOString() };
  tasks.replace(modified);
  return { status: 200, json: modified };
};

function readPatch({ headers, body }: Exchange): PatchOperation[] {
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== mediaType)
    throw new Refusal(415, "The media type of the body is not supported.", { causes: [`Send ${mediaType}.`] });
  if (body === undefined) throw new Refusal(413, "The body is too long.");
  const operations = guard(() => parsePatch(parseJson(body)));
  for (const [index, operation] of operations.entries()) {
    for (const path of writtenBy(operation)) {
      if (path.length === 1 && patchable.includes(path[0] ?? "")) continue;
      throw refuse(`Operation ${index}: only /${patchable.join(" and /")} can be changed.`);
    }
  }
  return operations;
}

function writtenBy(operation: PatchOperation): (readonly string[])[] {
  if (operation.op === "test") return [];
  return operation.op === "move" ? [operation.path, operation.from] : [operation.path];
}

function change(task: Task, operations: readonly PatchOperation[]): Task {
  const { completionStatus = null, completed = null } = guard(() => applyPatch(task, operations)) as Partial<Task>;
  // A status may have a name that is not in the spec, if it had it before.
  if (completionStatus !== null && completionStatus !== task.completionStatus && !statuses.includes(completionStatus)) {
    throw refuse(`completionStatus is one of ${statuses.join(", ")}, or null.`);
  }
  if (completed !== null && !isDateTime(completed)) throw refuse("completed is a date-time, or null.");
  // What was removed is there again, without a value: the service always answers both.
  return { ...task, completionStatus, completed };
}

function isDateTime(value: unknown): boolean {
  return typeof value === "string" && dateTimePattern.test(value) && !Number.isNaN(Date.parse(value));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PatchError("The body is not JSON");
  }
}

function guard<T>(attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    throw error instanceof PatchError ? refuse(`${error.message}.`) : error;
  }
}

function refuse(cause: string): Refusal {
  return new Refusal(400, "The patch cannot be applied.", { causes: [cause] });
}
