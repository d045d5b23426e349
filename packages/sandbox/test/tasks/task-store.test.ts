import { beforeEach, describe, expect, test } from "vitest";
import type { Clock } from "../../src/clock/clock.ts";
import { createClock } from "../../src/clock/create-clock.ts";
import { createRandom } from "../../src/random/create-random.ts";
import { seedTask } from "../../src/tasks/seed-task.ts";
import type { Task } from "../../src/tasks/task.ts";
import { TaskStore } from "../../src/tasks/task-store.ts";
import { start } from "../start-session.ts";

let clock: Required<Clock>;
let store: TaskStore;
const random = createRandom("store");

beforeEach(() => {
  clock = createClock({ start, speed: 0 });
  store = new TaskStore(() => clock.now());
});

function insertTask(how: { duration?: number; completionStatus?: string; created?: number } = {}): Task {
  const { task, plan } = seedTask(random, {
    created: start,
    wait: 1_000,
    duration: 10_000,
    completionStatus: "SUCCESS",
    ...how,
  });
  store.insert(task, { plan });
  return task;
}

describe("a task goes its way", () => {
  test("from queued over running to its end", async () => {
    const { id } = insertTask();
    expect(store.get(id)).toMatchObject({
      launched: null,
      completionStatus: null,
      percentComplete: 0,
      progress: "Queued",
    });
    await clock.advance(1_000);
    expect(store.get(id)).toMatchObject({ launched: "2026-03-01T12:00:01.000Z", percentComplete: 0 });
    await clock.advance(5_000);
    expect(store.get(id)).toMatchObject({ percentComplete: 50, completed: null, modified: "2026-03-01T12:00:06.000Z" });
    expect(store.get(id)?.progress).not.toBe("Queued");
    await clock.advance(4_999);
    expect(store.get(id)).toMatchObject({ percentComplete: 99, completionStatus: null });
    await clock.advance(1);
    const ended = store.get(id);
    expect(ended).toMatchObject({
      completed: "2026-03-01T12:00:11.000Z",
      modified: "2026-03-01T12:00:11.000Z",
      completionStatus: "SUCCESS",
      percentComplete: 100,
      progress: null,
    });
    expect(ended?.returns.every(({ attributeName }) => attributeName in (ended?.attributes ?? {}))).toBe(true);
    await clock.advance(1_000_000);
    expect(store.get(id)).toBe(ended);
  });

  test("to an error, from which it comes no further", async () => {
    const { id } = insertTask({ completionStatus: "ERROR" });
    await clock.advance(11_000);
    const ended = store.get(id);
    expect(ended?.completionStatus).toBe("ERROR");
    expect(ended?.percentComplete).toBeLessThan(100);
    expect(ended?.messages[0]?.type).toBe("ERROR");
  });

  test("to a place where it hangs for ever", async () => {
    const { id } = insertTask({ duration: Number.POSITIVE_INFINITY });
    await clock.advance(61_000);
    const hanging = store.get(id);
    await clock.advance(3_600_000);
    expect(store.get(id)).toEqual(hanging);
    expect(hanging?.completionStatus).toBeNull();
    expect(hanging?.percentComplete).toBeGreaterThan(0);
  });

  test("and is pending first, completed then, and gone after 90 days", async () => {
    const { id } = insertTask();
    const ids = (tasks: readonly Task[]) => tasks.map((task) => task.id);
    expect([ids(store.pending()), ids(store.completed())]).toEqual([[id], []]);
    await clock.advance(11_000);
    expect([ids(store.pending()), ids(store.completed())]).toEqual([[], [id]]);
    await clock.advance(90 * 86_400_000);
    expect([store.pending(), store.completed(), store.get(id), ids(store.all())]).toEqual([[], [], undefined, [id]]);
  });
});

test("tasks are found by id whatever was put in, replaced and taken out around them", () => {
  const tasks = Array.from({ length: 50 }, () => insertTask());
  for (const task of tasks.filter((_, index) => index % 3 === 0)) expect(store.delete(task.id)).toBe(true);
  insertTask();
  for (const [index, task] of tasks.entries()) expect(store.get(task.id)).toEqual(index % 3 === 0 ? undefined : task);
  expect(store.size).toBe(34);
  expect(store.delete("nobody")).toBe(false);
  expect(store.get("nobody")).toBeUndefined();
});

test("a task that is replaced stays where it was, and its plan is over", async () => {
  const [second, first] = [insertTask(), insertTask()];
  expect(store.replace({ ...first, progress: "Mine" })).toBe(true);
  await clock.advance(60_000);
  expect(store.all().map((task) => task.id)).toEqual([first.id, second.id]);
  expect(store.get(first.id)).toEqual({ ...first, progress: "Mine" });
  expect(store.replace({ ...first, id: "nobody" })).toBe(false);
});

test("an id comes once, and a time of creation is a time", () => {
  const task = insertTask();
  expect(() => store.insert(task)).toThrow(`There is a task with the id ${task.id} already.`);
  expect(() => store.insert({ ...task, id: "x", created: "soon" })).toThrow(
    'The task x was created at "soon", which is no date-time.',
  );
});
