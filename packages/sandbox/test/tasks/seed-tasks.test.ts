import { expect, test } from "vitest";
import { createRandom } from "../../src/random/create-random.ts";
import { seedTasks } from "../../src/tasks/seed-tasks.ts";
import { start } from "../start-session.ts";

const day = 86_400_000;
const counts = { now: start, completed: 3_000, pending: 16, expired: 10 };
const entries = seedTasks(createRandom("seed"), counts);
const tasks = entries.map((entry) => entry.task);

test("the same seed gives the same tasks, another seed others", () => {
  expect(seedTasks(createRandom("seed"), counts)).toEqual(entries);
  expect(seedTasks(createRandom("other"), counts)).not.toEqual(entries);
});

test("there are as many as were asked for, the newest first, each with an id of its own", () => {
  expect(tasks).toHaveLength(3_026);
  expect(entries.filter((entry) => entry.plan !== undefined)).toHaveLength(16);
  expect(new Set(tasks.map((task) => task.id)).size).toBe(3_026);
  const created = tasks.map((task) => Date.parse(task.created));
  expect(created).toEqual(created.toSorted((a, b) => b - a));
  expect(created.filter((time) => time < start - 90 * day)).toHaveLength(10);
});

test("what has ended was created before it was launched, and launched before it ended, which was in the past", () => {
  const ended = entries.filter(({ plan }) => plan === undefined).map(({ task }) => task);
  const wrong = ended.filter((task) => {
    const [created, launched, completed] = [task.created, task.launched ?? "", task.completed ?? ""].map(Date.parse);
    const inOrder = (created ?? 0) < (launched ?? 0) && (launched ?? 0) < (completed ?? 0) && (completed ?? 0) <= start;
    const whole = (task.percentComplete === 100) === ["SUCCESS", "WARNING"].includes(task.completionStatus ?? "");
    return !(inOrder && whole && task.modified === task.completed);
  });
  expect(wrong).toEqual([]);
  expect(ended).toHaveLength(3_010);
});

test("most end well, some in each other way, and some carry a type that no spec lists", () => {
  const count = (key: (task: (typeof tasks)[number]) => string | null) => {
    const counted = new Map<string | null, number>();
    for (const task of tasks) counted.set(key(task), (counted.get(key(task)) ?? 0) + 1);
    return counted;
  };
  const statuses = count((task) => task.completionStatus);
  expect([...statuses.keys()].toSorted()).toEqual(
    [null, "ERROR", "SUCCESS", "TEMPERROR", "TERMINATED", "WARNING"].toSorted(),
  );
  expect((statuses.get("SUCCESS") ?? 0) / 3_010).toBeCloseTo(0.8, 1);
  const types = count((task) => task.type);
  expect(types.size).toBe(7);
  expect(types.get("CLOUD_ACCOUNT_AGGREGATION")).toBeGreaterThan(100);
});
