import { expect, test } from "vitest";
import { inRepository } from "../../../src/config/in-repository.ts";
import { readTree } from "./generated-docs.ts";
import { typeCheckExamples } from "./type-check-examples.ts";

test("the programs of every operation, with and without the sdk, are strict TypeScript", () => {
  const root = inRepository("packages/beta-client");
  const examples = `${root}/docs/examples`;
  const stems = [...readTree(examples).keys()].map((file) => file.replace(/^task-management\/|\.ts$/g, ""));
  expect(stems.sort()).toEqual([
    "get-pending-task-headers",
    "get-pending-task-headers.sdk-tasks-pending-count",
    "get-pending-tasks",
    "get-pending-tasks.sdk-tasks-pending-list",
    "get-task-status",
    "get-task-status-list",
    "get-task-status-list.sdk-tasks-list",
    "get-task-status.sdk-tasks-get",
    "get-task-status.sdk-tasks-wait-for",
    "update-task-status",
    "update-task-status.sdk-tasks-complete",
    "update-task-status.sdk-tasks-update",
  ]);
  const packages = {
    "@sailkit/beta-client": `${root}/src/index.ts`,
    "@sailkit/beta-sdk": inRepository("packages/beta-sdk/src/index.ts"),
  };
  expect(typeCheckExamples(root, examples, packages)).toEqual({ programs: 12, errors: "" });
});
