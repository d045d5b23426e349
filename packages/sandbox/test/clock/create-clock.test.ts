import { describe, expect, test } from "vitest";
import { createClock } from "../../src/clock/create-clock.ts";

describe("a clock that stands still", () => {
  test("moves only when it is told to", async () => {
    const clock = createClock({ start: 1_000, speed: 0 });
    expect(clock.now()).toBe(1_000);
    await clock.advance(500);
    expect(clock.now()).toBe(1_500);
  });

  test("wakes sleepers in their order, each at its own time, those that fall asleep on the way included", async () => {
    const clock = createClock({ start: 0, speed: 0 });
    const woken: [string, number][] = [];
    const sleep = async (name: string, ms: number) => {
      await clock.sleep(ms);
      woken.push([name, clock.now()]);
    };
    void sleep("late", 300);
    void sleep("early", 100).then(() => sleep("again", 100));
    void sleep("never", 1_000);
    await clock.advance(500);
    expect(woken).toEqual([
      ["early", 100],
      ["again", 200],
      ["late", 300],
    ]);
    expect(clock.now()).toBe(500);
  });

  test("does not move backwards", async () => {
    await expect(createClock({ speed: 0 }).advance(-1)).rejects.toThrow(
      "A clock only advances by 0 ms or more, not by -1.",
    );
    await expect(createClock({ speed: 0 }).advance(Number.NaN)).rejects.toThrow(RangeError);
  });
});

describe("sleeping", () => {
  test("rejects with the reason of its signal, before and during sleep", async () => {
    const clock = createClock({ speed: 0 });
    const controller = new AbortController();
    const sleep = clock.sleep(100, controller.signal);
    const endless = clock.sleep(Number.POSITIVE_INFINITY, controller.signal);
    controller.abort(new Error("enough"));
    await expect(sleep).rejects.toThrow("enough");
    await expect(endless).rejects.toThrow("enough");
    await expect(clock.sleep(100, controller.signal)).rejects.toThrow("enough");
  });

  test("for no time at all resolves at once", async () => {
    const clock = createClock({ speed: 0 });
    await clock.sleep(0);
    await clock.sleep(-5);
  });
});

test("a fast clock makes an hour of a moment", async () => {
  const clock = createClock({ start: 0, speed: 3_600_000 });
  await clock.sleep(3_600_000);
  expect(clock.now()).toBeGreaterThanOrEqual(3_600_000);
});

test("a real clock goes with the real time, and can be wound on", async () => {
  const before = Date.now();
  const clock = createClock();
  expect(Math.abs(clock.now() - before)).toBeLessThan(1_000);
  const sleep = clock.sleep(60_000);
  await clock.advance(60_000);
  await sleep;
  expect(clock.now()).toBeGreaterThanOrEqual(before + 60_000);
});

test("a clock of infinite speed jumps to whoever wakes first", async () => {
  const clock = createClock({ start: 0, speed: Number.POSITIVE_INFINITY });
  const woken: number[] = [];
  await Promise.all([5_000, 1_000, 3_000].map((ms) => clock.sleep(ms).then(() => woken.push(clock.now()))));
  expect(woken).toEqual([1_000, 3_000, 5_000]);
});

test("a clock has no negative speed", () => {
  expect(() => createClock({ speed: -1 })).toThrow("A clock needs a speed of 0 or more, not -1.");
});
