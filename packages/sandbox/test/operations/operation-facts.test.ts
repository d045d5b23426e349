import { describe, expect, test } from "vitest";
import { isOwnText } from "../../../../scripts/is-own-text.ts";
import { betaCollectionSupport } from "../../src/operations/beta-collection-support.ts";
import { findOperation } from "../../src/operations/find-operation.ts";
import { operationFacts } from "../../src/operations/operation-facts.ts";
import type { TaskOperation } from "../../src/operations/operation-id.ts";
import { operations } from "../../src/operations/operations.ts";
import { taskFields } from "../../src/operations/task-fields.ts";
import { readSpec } from "../spec/read-spec.ts";

const spec = readSpec();

describe.skipIf(!isOwnText)("what the sandbox takes for granted is what the spec says", () => {
  const known = new Set(Object.keys(operations).filter((name) => !/^(?:createToken|getOauthInfo)$/.test(name)));
  // The spec may have more operations than a tenant has learnt to answer, but none may be gone from it.
  const inSpec = Object.entries(spec.paths)
    .flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
    )
    .filter(({ operation }) => known.has(operation.operationId));

  test("every operation it has is one of the spec", () => {
    expect(inSpec.map(({ operation }) => operation.operationId).toSorted()).toEqual([...known].toSorted());
  });

  test.each(inSpec)("$method $path", ({ path, method, operation }) => {
    const { security } = operation;
    expect(operationFacts(operation.operationId as TaskOperation)).toEqual({
      method,
      path,
      scopes: security[0]?.userAuth,
      userLevels: operation["x-sailpoint-userLevels"],
      application: security.some((requirement) => "applicationAuth" in requirement),
    });
    expect(findOperation(method, `/beta${path.replace("{id}", "1")}`)).toMatchObject({
      operation: operation.operationId,
      version: "beta",
      id: path.includes("{id}") ? "1" : "",
    });
  });

  test("filters and sorters", () => {
    const parameters = spec.paths["/task-status"]?.get?.parameters ?? [];
    const filters = parameters.find((parameter) => parameter.name === "filters")?.["x-sailkit-filters"] ?? {};
    const sorters = parameters.find((parameter) => parameter.name === "sorters")?.["x-sailkit-sorters"] ?? [];
    // Of fields that it makes up no values for, a tenant knows nothing.
    expect(betaCollectionSupport).toEqual({
      filters: Object.fromEntries(Object.entries(filters).filter(([field]) => taskFields.includes(field))),
      sorters: sorters.filter((field) => taskFields.includes(field)),
    });
  });
});

describe("where there is nothing", () => {
  test.each([
    ["GET", "/", []],
    ["GET", "/beta", []],
    ["GET", "/v3/task-status", []],
    ["GET", "/beta/task-status/", []],
    ["GET", "/beta/task-status/1/2", []],
    ["GET", "/beta//task-status", []],
    ["POST", "/beta/task-status", ["GET"]],
    ["HEAD", "/beta/task-status", ["GET"]],
    ["PATCH", "/beta/task-status/pending-tasks", ["GET", "HEAD"]],
    ["DELETE", "/beta/task-status/1", ["GET", "PATCH"]],
    ["GET", "/oauth/token", ["POST"]],
  ])("%s %s", (method, path, methods) => {
    expect(findOperation(method, path)).toMatchObject({ operation: undefined, methods });
  });
});
