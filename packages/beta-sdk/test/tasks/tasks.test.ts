import { describe, expect, test } from "vitest";
import { TimeoutError } from "../../src/errors/timeout-error.ts";
import { UsageError } from "../../src/errors/usage-error.ts";
import { caught } from "../support/caught.ts";
import { json } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { task } from "../support/task.ts";

describe("F09: ids in a path", () => {
  test.each(["..", ".", "", "\ud800", "a\udc00b"])(
    "F09: %j is refused, since it would be another endpoint or none",
    async (id) => {
      const { sdk, clock, server } = makeSdk(() => json(task("a")));
      for (const call of [
        () => sdk.tasks.get(id),
        () => sdk.tasks.complete(id, "ERROR"),
        () => sdk.tasks.waitFor(id),
      ]) {
        const error = await caught(clock.settle(call()));
        expect(error).toBeInstanceOf(UsageError);
        expect((error as Error).message).toMatch(/^(get|update)TaskStatus: .*\. The request was not sent\.$/);
      }
      expect([server.calls.length, server.tokenCalls.length]).toEqual([0, 0]);
    },
  );

  test.each([
    ["a/b", "a%2Fb"],
    ["%2e%2e", "%252e%252e"],
    ["a b?c#d", "a%20b%3Fc%23d"],
    ["ü😀", "%C3%BC%F0%9F%98%80"],
    ["...", "..."],
  ])("F09: %j is encoded", async (id, segment) => {
    const { sdk, clock, server } = makeSdk(() => json(task("a")));
    await clock.settle(sdk.tasks.get(id));
    expect(server.calls[0]?.url.pathname).toBe(`/beta/task-status/${segment}`);
  });
});

test("F10: values and fields nobody has heard of pass through", async () => {
  const strange = {
    ...task("a", { completionStatus: "PAUSED", type: "CLOUD_ACCOUNT_AGGREGATION" }),
    added: { later: [1] },
  };
  const { sdk, clock } = makeSdk(() => json(strange));
  expect(await clock.settle(sdk.tasks.get("a"))).toEqual(strange);
});

describe("pending tasks", () => {
  test("are listed page by page", async () => {
    const { sdk, clock, server } = makeSdk(() => json([task("a")], { headers: { "x-total-count": "1" } }));
    expect(await clock.settle(sdk.tasks.pending.list({ limit: 10 }).toArray())).toEqual([task("a")]);
    expect(server.calls.map(({ url }) => url.pathname + url.search)).toEqual([
      "/beta/task-status/pending-tasks?limit=10&offset=0&count=true",
    ]);
  });

  test.each([
    ["the header says so", new Response(null, { headers: { "x-total-count": "12" } }), 12],
    ["there are none", new Response(null, { status: 204 }), 0],
    ["the header is hidden", new Response(null), undefined],
    ["the header is no number", new Response(null, { headers: { "x-total-count": "many" } }), undefined],
  ])("are counted: %s", async (_, answer, count) => {
    const { sdk, clock, server } = makeSdk(() => answer);
    expect(await clock.settle(sdk.tasks.pending.count())).toBe(count);
    expect(server.calls.map(({ method, url }) => [method, url.search])).toEqual([["HEAD", "?count=true"]]);
  });
});

describe("waitFor", () => {
  const running = (percentComplete: number) => task("a", { completed: null, completionStatus: null, percentComplete });

  test("looks less and less often until the task has ended, and tells of every move", async () => {
    const states = [running(0), running(0), running(40), running(40), task("a")];
    const { sdk, clock, server } = makeSdk((_, number) => json(states[number - 1]));
    const seen: number[] = [];
    const done = await clock.settle(
      sdk.tasks.waitFor("a", { onProgress: ({ percentComplete }) => seen.push(percentComplete) }),
    );
    expect(done).toEqual(task("a"));
    expect(seen).toEqual([0, 40, 100]);
    expect(server.calls.map(({ at }) => at)).toEqual([0, 2_000, 5_000, 9_500, 16_250]);
  });

  test("never waits longer than maxInterval", async () => {
    const { sdk, clock, server } = makeSdk((_, number) => json(number < 6 ? running(1) : task("a")));
    await clock.settle(sdk.tasks.waitFor("a", { interval: 1_000, maxInterval: 1_500 }));
    expect(server.calls.map(({ at }) => at)).toEqual([0, 1_000, 2_500, 4_000, 5_500, 7_000]);
  });

  test("gives up after its time-out, and says how far the task was", async () => {
    const { sdk, clock } = makeSdk(() => json(running(40)));
    const error = await caught(clock.settle(sdk.tasks.waitFor("a", { timeout: 60_000 })));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ scope: "wait", timeoutMs: 60_000 });
    expect((error as Error).message).toBe(
      "The task has not ended within `timeout` (60000 ms): it is at 40 %. It goes on.",
    );
    expect([clock.now(), clock.waiting()]).toEqual([60_000, 0]);
  });

  test("gives up while an answer is awaited as well", async () => {
    const { sdk, clock } = makeSdk(() => "never");
    expect(await caught(clock.settle(sdk.tasks.waitFor("a", { timeout: 5_000 })))).toMatchObject({ scope: "wait" });
    expect(clock.now()).toBe(5_000);
  });

  test("ends when aborted, and fails when the task cannot be read or the callback fails", async () => {
    const { sdk, clock } = makeSdk(() => json(running(1)));
    const controller = new AbortController();
    const wait = caught(sdk.tasks.waitFor("a", { signal: controller.signal }));
    await clock.advance(10_000);
    controller.abort(new Error("enough"));
    expect(await wait).toMatchObject({ message: "enough" });
    const failing = sdk.tasks.waitFor("a", { onProgress: async () => Promise.reject(new Error("mine")) });
    expect(await caught(clock.settle(failing))).toMatchObject({ message: "mine" });
    const gone = makeSdk(() => json({}, { status: 404 }));
    expect(await caught(gone.clock.settle(gone.sdk.tasks.waitFor("a")))).toMatchObject({ name: "NotFoundError" });
  });

  test.each([{ timeout: 0 }, { interval: 0 }, { maxInterval: -1 }, { timeout: Number.NaN }])(
    "refuses %j",
    async (options) => {
      const { sdk, server } = makeSdk(() => json(running(1)));
      expect(await caught(sdk.tasks.waitFor("a", options))).toBeInstanceOf(UsageError);
      expect(server.calls).toHaveLength(0);
    },
  );
});
