import type { TaskStatus } from "@sailkit/beta-client";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors/usage-error.ts";
import { checkOperations } from "../../src/patch/check-operations.ts";
import { patch } from "../../src/patch/patch.ts";
import { pointer } from "../../src/patch/pointer.ts";
import { runs } from "../soak/runs.ts";
import { caught } from "../support/caught.ts";
import { json } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { task } from "../support/task.ts";

describe("F07: JSON Pointers", () => {
  test.each([
    [["attributes", "a/b"], "/attributes/a~1b"],
    [["attributes", "m~n"], "/attributes/m~0n"],
    [["attributes", "~1"], "/attributes/~01"],
    [["messages", 0], "/messages/0"],
    [["messages", "-"], "/messages/-"],
    [["attributes", ""], "/attributes/"],
  ])("F07: %j becomes %s", (segments, text) => {
    expect(pointer(...segments)).toBe(text);
  });

  test("F07: segments come back as they were", () => {
    const name = fc
      .string()
      .filter((text) => text.isWellFormed() && !["__proto__", "prototype", "constructor"].includes(text));
    fc.assert(
      fc.property(fc.array(name, { minLength: 1 }), (names) => {
        const back = pointer(...names)
          .slice(1)
          .split("/");
        expect(back.map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))).toEqual(names);
      }),
      { numRuns: runs },
    );
  });

  test.each([
    ["", "is the whole document"],
    ["completed", 'must begin with "/"'],
    ["/a~b", 'holds a bare "~"'],
    ["/a~2", 'holds a bare "~"'],
    ["/a~", 'holds a bare "~"'],
    ["/__proto__", "could reach the prototype"],
    ["/attributes/constructor/prototype", "could reach the prototype"],
    ["/\ud800", "half a surrogate pair"],
    [7, 'must begin with "/"'],
    [undefined, 'must begin with "/"'],
  ])("F07: %j is refused", (path, message) => {
    expect(() => checkOperations([{ op: "remove", path: path as string }])).toThrow(UsageError);
    expect(() => checkOperations([{ op: "remove", path: path as string }])).toThrow(message);
    expect(() => checkOperations([{ op: "move", path: "/a", from: path as string }])).toThrow(UsageError);
  });

  test("F07: names that only look unsafe where they are not read right are no harm", () => {
    expect(pointer("__pro~to__", "con/structor")).toBe("/__pro~0to__/con~1structor");
    expect(() => pointer("__proto__", "a")).toThrow(UsageError);
  });

  test("F07: no segment at all is refused", () => {
    expect(() => pointer()).toThrow("is the whole document");
    expect(() => pointer("__proto__")).toThrow(UsageError);
  });
});

describe("F08: the body of a patch", () => {
  test("F08: is sent as JSON Patch, null kept, dates as text", async () => {
    const { sdk, clock, server } = makeSdk(() => json(task("a")));
    const at = new Date(Date.UTC(2026, 4, 1));
    const changes = patch<TaskStatus>()
      .replace("/completionStatus", "ERROR")
      .replace("/completed", at)
      .replace("/progress", null)
      .test("/percentComplete", 40)
      .add("/messages/-", { key: "k", localizedText: null, parameters: null, type: "INFO" })
      .remove("/attributes/old")
      .move("/attributes/a~1b", "/attributes/c")
      .copy("/attributes/c", "/attributes/d");
    expect(await clock.settle(sdk.tasks.update("a", changes))).toEqual(task("a"));
    const [request] = server.calls;
    expect([request?.method, request?.url.pathname]).toEqual(["PATCH", "/beta/task-status/a"]);
    expect(request?.headers.get("content-type")).toBe("application/json-patch+json");
    expect(JSON.parse(request?.body ?? "")).toEqual([
      { op: "replace", path: "/completionStatus", value: "ERROR" },
      { op: "replace", path: "/completed", value: "2026-05-01T00:00:00.000Z" },
      { op: "replace", path: "/progress", value: null },
      { op: "test", path: "/percentComplete", value: 40 },
      { op: "add", path: "/messages/-", value: { key: "k", localizedText: null, parameters: null, type: "INFO" } },
      { op: "remove", path: "/attributes/old" },
      { op: "move", path: "/attributes/c", from: "/attributes/a~1b" },
      { op: "copy", path: "/attributes/d", from: "/attributes/c" },
    ]);
    expect(JSON.stringify(changes)).toBe(request?.body);
  });

  test("F08: a patch is not changed by what is added to it", () => {
    const base = patch<TaskStatus>().replace("/progress", "x");
    const more = base.replace("/progress", "y");
    expect([base.operations.length, more.operations.length]).toEqual([1, 2]);
  });

  const cycle: Record<string, unknown> = {};
  cycle.self = { cycle };
  test.each([
    [undefined, "is undefined (null is possible)"],
    [Number.NaN, "is NaN"],
    [Number.POSITIVE_INFINITY, "is Infinity"],
    [1n, "is a bigint"],
    [() => {}, "is a function"],
    [Symbol("x"), "is a symbol"],
    [new Date(Number.NaN), "is an invalid date"],
    [new Map(), "is no plain object"],
    [cycle, "contains itself"],
    [{ deep: [{ gone: undefined }] }, "The value for /attributes/x/deep/0/gone is undefined"],
  ])("F08: the value %s is refused, since JSON would drop or change it", (value, message) => {
    expect(() => patch<TaskStatus>().add("/attributes/x", value)).toThrow(UsageError);
    expect(() => patch<TaskStatus>().add("/attributes/x", value)).toThrow(message);
  });

  test("F08: the same object twice is no cycle, and objects that know their JSON are asked for it", () => {
    const part = { a: 1 };
    const value = {
      one: part,
      two: part,
      at: { toJSON: () => "when" },
      bare: Object.assign(Object.create(null), { b: null }),
    };
    expect(patch<TaskStatus>().add("/attributes/x", value).operations).toEqual([
      { op: "add", path: "/attributes/x", value: { one: { a: 1 }, two: { a: 1 }, at: "when", bare: { b: null } } },
    ]);
  });

  test("F08: booleans, and properties that are named like methods, are data", () => {
    const value = { yes: true, no: false, named: { toJSON: 5 } };
    expect(patch<TaskStatus>().add("/attributes/x", value).operations[0]?.value).toEqual(value);
  });

  test("F08: plain operations are checked alike, before anything is sent", async () => {
    const { sdk, clock, server } = makeSdk(() => json(task("a")));
    for (const [operations, message] of [
      [[], "at least one operation"],
      [undefined, "at least one operation"],
      ["remove", "at least one operation"],
      [[{ op: "replace", path: "/completed", value: undefined }], "is undefined"],
      [[{ op: "move", path: "/a" }], "is the whole document"],
      [[{ op: "merge", path: "/a" }], 'Operation 0 of the JSON Patch is "merge"'],
    ] as const) {
      // @ts-expect-error: not all are operations
      const error = await caught(clock.settle(sdk.tasks.update("a", operations)));
      expect(error).toBeInstanceOf(UsageError);
      expect((error as Error).message).toContain(message);
    }
    expect([server.calls.length, server.tokenCalls.length]).toEqual([0, 0]);
  });

  test("complete sets both fields in one request", async () => {
    const { sdk, clock, server } = makeSdk(() => json(task("a")));
    await clock.settle(sdk.tasks.complete("a", "TERMINATED"));
    expect(JSON.parse(server.calls[0]?.body ?? "")).toEqual([
      { op: "replace", path: "/completionStatus", value: "TERMINATED" },
      { op: "replace", path: "/completed", value: "2026-01-01T00:00:00.000Z" },
    ]);
  });
});
