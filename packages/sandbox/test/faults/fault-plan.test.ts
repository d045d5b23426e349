import { describe, expect, test } from "vitest";
import type { Fault, FaultMatch } from "../../src/faults/fault.ts";
import { FaultPlan } from "../../src/faults/fault-plan.ts";
import type { RecordedRequest } from "../../src/tenant/recorded-request.ts";

function request(path: string, method = "GET", operation?: RecordedRequest["operation"]): RecordedRequest {
  const url = `https://acme.test${path}`;
  return {
    number: 1,
    at: 0,
    method,
    url,
    path,
    query: {},
    headers: {},
    body: "",
    operation,
    requestId: "",
    reached: false,
  };
}

const list = request("/beta/task-status", "GET", "getTaskStatusList");
const token = request("/oauth/token", "POST", "createToken");

describe("which requests a fault meets", () => {
  test.each<[string, FaultMatch | undefined, boolean, boolean]>([
    ["every one", undefined, true, true],
    ["an operation", { operation: "createToken" }, false, true],
    ["one of several operations", { operation: ["createToken", "getTaskStatusList"] }, true, true],
    ["a method", { method: "GET" }, true, false],
    ["a whole path", { path: "/beta/task-status" }, true, false],
    ["no part of a path", { path: "/beta" }, false, false],
    ["a pattern in a path", { path: /status$/g }, true, false],
    ["whatever a function says", { when: ({ body }) => body === "" }, true, true],
    ["all of it together", { method: "GET", path: /task/, operation: "createToken" }, false, false],
  ])("%s", (_, on, meetsList, meetsToken) => {
    const plan = new FaultPlan([{ status: 500, ...(on && { on }) }]);
    expect([list, token, list].map((one) => plan.take(one) !== undefined)).toEqual([meetsList, meetsToken, meetsList]);
  });
});

test("a fault meets the requests whose turn it is, as often as it may", () => {
  const meets = (fault: Fault, requests = 5) => {
    const plan = new FaultPlan([fault]);
    return Array.from({ length: requests }, () => (plan.take(list) === undefined ? "-" : "x")).join("");
  };
  expect(meets({ times: 2 })).toBe("xx---");
  expect(meets({ on: { nth: 3 } })).toBe("--x--");
  expect(meets({ on: { nth: [1, 4] } })).toBe("x--x-");
  expect(meets({ on: { nth: [1, 4] }, times: 1 })).toBe("x----");
});

test("the first that fits is taken; the others count the request all the same", () => {
  const first: Fault = { on: { operation: "getTaskStatusList" }, times: 1, status: 503 };
  const second: Fault = { on: { method: "GET", nth: 2 }, status: 429 };
  const last: Fault = { status: 500 };
  const plan = new FaultPlan([first]).add(second, last);
  expect([list, token, list, list].map((one) => plan.take(one)?.status)).toEqual([503, 500, 429, 500]);
  expect([first, second, last].map((fault) => plan.count(fault))).toEqual([1, 1, 2]);
  plan.clear(last);
  expect([plan.take(list), plan.count(last)]).toEqual([undefined, 0]);
  expect(plan.add(last).clear().take(list)).toBeUndefined();
});
