import { expect, test } from "vitest";
import { context } from "../../../src/commands/templates/context.ts";

test("an operation's context holds our values with their origins, and the tool's own, which are raw", {
  timeout: 60_000,
}, async () => {
  const { data, values } = await context({ operation: "getTaskStatus" });
  expect(data).toMatchObject({
    vendorExtensions: { "x-sailkit-operation": { name: "getTaskStatus", resultName: "GetTaskStatusResult" } },
    httpMethod: "GET",
  });
  const value = (path: string) => values.find((one) => one.path === path);
  expect(value("x-sailkit-operation.name")).toEqual({
    path: "x-sailkit-operation.name",
    operation: "getTaskStatus",
    value: "getTaskStatus",
    form: "escaped: a TypeScript identifier",
    spec: ["#/paths/~1task-status~1{id}/get/operationId"],
    transform: "generator/src/spec/transforms/name-operations.ts",
  });
  expect(value("x-sailkit-docs-operation.pathParameters[0].description")).toMatchObject({
    spec: [expect.stringMatching(/description$/)],
    form: "escaped: Markdown for a cell of a table",
  });
  expect(value("path")).toMatchObject({
    value: expect.stringMatching(/^\/o\d+$/),
    form: "raw: the tool's own, never printed",
    transform: expect.stringMatching(/^openapi-generator \d+\.\d+\.\d+, CodegenOperation$/),
  });
});

test("a model's context holds its alias, its enums and its page", async () => {
  const { data, values } = await context({ model: "TaskStatus" });
  expect(Object.keys(data)).toEqual(["x-sailkit-schemas", "x-sailkit-enums", "x-sailkit-docs-models"]);
  expect(values.find(({ path }) => /fields\[\d+\]\.name$/.test(path))?.spec[0]).toMatch(
    /^#\/components\/schemas\/TaskStatus\/properties\/\w+$/,
  );
  expect(values.filter(({ path }) => path.startsWith("x-sailkit-enums")).flatMap(({ spec }) => spec)).toContain(
    "#/components/schemas/TaskStatus/properties/completionStatus/enum",
  );
});

test("a search looks into names, texts, pointers and source files", async () => {
  const search = async (word: string) => (await context({ search: word })).values;
  expect((await search("SORTERS")).map(({ path }) => path)).toContain("x-sailkit-operation.sorters");
  expect((await search("name-enums.ts")).every(({ path }) => path.startsWith("x-sailkit-enums"))).toBe(true);
  expect(await search("no such word anywhere")).toEqual([]);
});

test("what every template sees has no values of operations", async () => {
  const { values } = await context({ supporting: true });
  expect(values.filter(({ path }) => path.startsWith("x-sailkit-operation"))).toEqual([]);
  expect(values.find(({ path }) => path === "x-sailkit-api.title")?.spec).toEqual(["#/info/title"]);
});

test("what is not there is named with what is like it", async () => {
  await expect(context({ operation: "getTaskStat" })).rejects.toThrow(
    "The spec has no operation getTaskStat. Do you mean getTaskStatus?",
  );
  await expect(context({ model: "TaskStatusX" })).rejects.toThrow("Do you mean TaskStatus?");
  await expect(context({ spec: "nowhere.yaml" })).rejects.toThrow("There is no spec");
});
