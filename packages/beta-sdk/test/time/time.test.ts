import { afterEach, describe, expect, test, vi } from "vitest";
import { abortable } from "../../src/time/abortable.ts";
import { onAbort } from "../../src/time/on-abort.ts";
import { openScope } from "../../src/time/open-scope.ts";
import { sleep } from "../../src/time/sleep.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { caught } from "../support/caught.ts";
import { ManualClock } from "../support/manual-clock.ts";

afterEach(() => vi.useRealTimers());

describe("the system clock", () => {
  test("waits longer than a timer can", () => {
    vi.useFakeTimers();
    const done = vi.fn();
    systemClock.after(2 ** 31 + 5_000, done, true);
    vi.advanceTimersByTime(2 ** 31 + 4_999);
    expect(done).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(done).toHaveBeenCalledOnce();
  });

  test("can be cancelled in every leg", () => {
    vi.useFakeTimers();
    const done = vi.fn();
    const cancel = systemClock.after(2 ** 31 + 5_000, done, false);
    vi.advanceTimersByTime(2 ** 31);
    cancel();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("tells monotonic and wall-clock time", () => {
    expect(systemClock.date()).toBeGreaterThan(Date.UTC(2026, 0, 1) - 1e12);
    expect(systemClock.now()).toBeGreaterThanOrEqual(0);
  });
});

test("a sleep that is aborted beforehand does not begin", async () => {
  const clock = new ManualClock();
  expect(await caught(sleep(clock, 1_000, AbortSignal.abort("no")))).toBe("no");
  expect(clock.waiting()).toBe(0);
  await clock.settle(sleep(clock, 1_000, undefined));
  expect(clock.now()).toBe(1_000);
});

test("abortable gives the reason of a signal that is aborted already", async () => {
  expect(await caught(abortable(Promise.resolve(1), AbortSignal.abort("no")))).toBe("no");
});

test("those who wait on a signal come and go one by one", () => {
  const controller = new AbortController();
  const heard: string[] = [];
  const leave = onAbort(controller.signal, () => heard.push("a"));
  leave();
  onAbort(controller.signal, () => heard.push("b"));
  leave();
  onAbort(controller.signal, () => heard.push("c"))();
  controller.abort();
  expect(heard).toEqual(["b"]);
});

test("a scope follows its parent, ends with its time, and can be ended", async () => {
  const clock = new ManualClock();
  const late = () => new Error("late");
  const parent = new AbortController();
  const scope = openScope(clock, parent.signal, 1_000, late);
  expect([scope.left(), clock.waiting()]).toEqual([1_000, 1]);
  parent.abort("parent");
  expect(scope.signal.reason).toBe("parent");
  expect(openScope(clock, parent.signal).signal.reason).toBe("parent");
  const timed = openScope(clock, undefined, 500, late);
  await clock.advance(500);
  expect(timed.signal.reason).toMatchObject({ message: "late" });
  const ended = openScope(clock, undefined);
  expect(ended.left()).toBe(Number.POSITIVE_INFINITY);
  ended.abort();
  expect(ended.signal.aborted).toBe(true);
});
