import { progressTask } from "./progress-task.ts";
import type { Task } from "./task.ts";
import type { TaskPlan } from "./task-plan.ts";
import type { TaskRecord } from "./task-record.ts";

/** How long the service keeps a task, in milliseconds: 90 days. */
const retention: number = 90 * 24 * 60 * 60 * 1000;

/**
 * The tasks of a tenant, in the order in which lists answer them when nobody asks for another. The tasks it
 * returns are never changed afterwards, and must not be: a task that changes is another object.
 */
export class TaskStore {
  readonly #now: () => number;
  #records: TaskRecord[] = [];
  #byId = new Map<string, number>();

  /** `now` tells the present, in milliseconds since the epoch. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** How many tasks there are, those beyond 90 days included. */
  get size(): number {
    return this.#records.length;
  }

  /** Every task, also those that are too old to be answered. */
  all(): Task[] {
    return this.#current().map((record) => record.task);
  }

  /** The tasks that have ended and are not older than 90 days: what `getTaskStatusList` sees. */
  completed(): Task[] {
    return this.#recent().filter((task) => task.completionStatus !== null);
  }

  /** The tasks that have not ended and are not older than 90 days: what `getPendingTasks` sees. */
  pending(): Task[] {
    return this.#recent().filter((task) => task.completionStatus === null);
  }

  /** The task with this id; `undefined` where there is none, or where it is older than 90 days. */
  get(id: string): Task | undefined {
    const index = this.#byId.get(id);
    const record = index === undefined ? undefined : this.#progress(index, this.#now());
    return record !== undefined && this.#isRecent(record) ? record.task : undefined;
  }

  /**
   * Puts a task in, by default in front of all others, as the service does with new ones.
   *
   * @throws {Error} when there is a task with its id, or `created` is no date-time.
   */
  insert(task: Task, { at = 0, plan }: { readonly at?: number; readonly plan?: TaskPlan } = {}): void {
    if (this.#byId.has(task.id)) throw new Error(`There is a task with the id ${task.id} already.`);
    this.#records.splice(at, 0, toRecord(task, plan));
    this.#index(at);
  }

  /** Puts many tasks behind the others, in their order. Throws as `insert` does. */
  append(entries: Iterable<{ readonly task: Task; readonly plan?: TaskPlan }>): void {
    for (const { task, plan } of entries) this.insert(task, { at: this.size, ...(plan && { plan }) });
  }

  /** Puts `task` in the place of the one with its id; its plan ends there. Returns whether there was one. */
  replace(task: Task): boolean {
    const index = this.#byId.get(task.id);
    if (index !== undefined) this.#records[index] = toRecord(task);
    return index !== undefined;
  }

  /** Takes a task out. Returns whether there was one. */
  delete(id: string): boolean {
    const index = this.#byId.get(id);
    if (index === undefined) return false;
    this.#records.splice(index, 1);
    this.#byId.delete(id);
    this.#index(index);
    return true;
  }

  #recent(): Task[] {
    return this.#current().flatMap((record) => (this.#isRecent(record) ? [record.task] : []));
  }

  #isRecent(record: TaskRecord): boolean {
    return record.created >= this.#now() - retention;
  }

  #current(): TaskRecord[] {
    const now = this.#now();
    return this.#records.map((_, index) => this.#progress(index, now));
  }

  /** What has ended is kept as it ended, so that it is worked out once. */
  #progress(index: number, now: number): TaskRecord {
    const record = this.#records[index] as TaskRecord;
    const present = progressTask(record, now);
    if (present.plan === undefined) this.#records[index] = present;
    return present;
  }

  #index(from: number): void {
    for (let index = from; index < this.#records.length; index++) {
      this.#byId.set((this.#records[index] as TaskRecord).task.id, index);
    }
  }
}

function toRecord(task: Task, plan?: TaskPlan): TaskRecord {
  const created = Date.parse(task.created);
  if (Number.isNaN(created))
    throw new Error(`The task ${task.id} was created at "${task.created}", which is no date-time.`);
  return { task, created, ...(plan && { plan }) };
}
