import { expect, test } from "vitest";
import { nameModelPages } from "../../../src/emit/docs/model-pages.ts";

const model = (key: string, name = key) => ({ key, name, description: "", deprecated: false, schema: {} });

test("names that differ only in case, or that no file can have, get pages of their own", () => {
  const keys = ["Task", "TASK", "task", "CON", "index", "../../x", "x".repeat(300)];
  const document = { components: { schemas: Object.fromEntries(keys.map((key) => [key, {}])) } };
  const pages = nameModelPages(
    document,
    keys.map((key) => model(key)),
  );
  expect([...pages.values()].map(({ file }) => file)).toEqual([
    "task",
    "task-model",
    "task-model2",
    "con-model",
    "index-model",
    "x",
    "x".repeat(60),
  ]);
});

test("what is sent leads to the page of what is answered", () => {
  const document = { components: { schemas: { Task: {}, TaskRequest: {}, Input: {} } } };
  const schemas = ["Task", "TaskRequest", "Input", "TaskInput", "TaskRequestInput"].map((key) => model(key));
  const pages = nameModelPages(document, schemas);
  expect([...pages].map(([key, page]) => [key, page.file, page.inputName])).toEqual([
    ["Task", "task", "TaskInput"],
    ["TaskInput", "task", "TaskInput"],
    ["TaskRequest", "task-request", "TaskRequestInput"],
    ["TaskRequestInput", "task-request", "TaskRequestInput"],
    ["Input", "input", undefined],
  ]);
});
