import type { Task } from "./task.ts";
import type { TaskPlan } from "./task-plan.ts";
import type { TaskRecord } from "./task-record.ts";

// A task that hangs has come as far as it will after this many milliseconds.
const timeToHang = 60_000;

/** A record as it stands at `now` (milliseconds since the epoch). The same record, where nothing has changed. */
export function progressTask(record: TaskRecord, now: number): TaskRecord {
  const { task, plan } = record;
  if (plan === undefined || now < plan.launch) return record;
  const launched = new Date(plan.launch).toISOString();
  if (now >= plan.end) {
    const completed = new Date(plan.end).toISOString();
    return {
      created: record.created,
      task: { ...task, ...plan.outcome, launched, modified: completed, completed, ...endOf(plan) },
    };
  }
  return { ...record, task: { ...task, launched, ...stateAt(plan, now) } };
}

function endOf(plan: TaskPlan): Pick<Task, "percentComplete" | "progress"> {
  const stopped = plan.percent < 100 ? (plan.phases.at(-1) ?? null) : null;
  return { percentComplete: plan.percent, progress: stopped };
}

function stateAt(plan: TaskPlan, now: number): Pick<Task, "modified" | "percentComplete" | "progress"> {
  const hangs = plan.end === Number.POSITIVE_INFINITY;
  const span = hangs ? timeToHang : plan.end - plan.launch;
  const share = Math.min((now - plan.launch) / span, 1);
  // 100 percent is for tasks that have ended.
  const percentComplete = Math.min(Math.floor(share * plan.percent), 99);
  const phase = Math.min(Math.floor(share * plan.phases.length), plan.phases.length - 1);
  return {
    percentComplete,
    progress: plan.phases[phase] ?? null,
    modified: new Date(plan.launch + Math.floor((percentComplete / Math.max(plan.percent, 1)) * span)).toISOString(),
  };
}
