import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { RateLimiter } from "../../src/limit/rate-limiter.ts";
import { sharedLimiter } from "../../src/limit/shared-limiter.ts";
import { caught } from "../support/caught.ts";
import { flush, ManualClock } from "../support/manual-clock.ts";

const limit = { requests: 3, interval: 1_000 };
const { signal } = new AbortController();

test("bursts are let through, then one leaves for each that has had its interval", async () => {
  const clock = new ManualClock();
  const limiter = new RateLimiter(clock, limit);
  const left: [number, boolean][] = [];
  const go = () => limiter.acquire(signal, true).then((waited) => left.push([clock.now(), waited]));
  await clock.settle(Promise.all([go(), go()]));
  await clock.advance(400);
  await clock.settle(Promise.all([go(), go(), go(), go()]));
  expect(left).toEqual([
    [0, false],
    [0, false],
    [400, false],
    [1_000, true],
    [1_000, true],
    [1_400, true],
  ]);
  expect(clock.waiting()).toBe(0);
});

test("nobody overtakes, not even when there is room again", async () => {
  const clock = new ManualClock();
  const limiter = new RateLimiter(clock, { requests: 1, interval: 1_000 });
  const order: string[] = [];
  const go = (name: string) => limiter.acquire(signal, true).then(() => order.push(name));
  await clock.settle(Promise.all([go("a"), go("b"), go("c")]));
  expect(order).toEqual(["a", "b", "c"]);
});

test("a pause holds everyone back, and a shorter one does not end it", async () => {
  const clock = new ManualClock();
  const limiter = new RateLimiter(clock, limit);
  limiter.pause(5_000);
  const first = limiter.acquire(signal, true);
  limiter.pause(2_000);
  expect(await clock.settle(first)).toBe(true);
  expect(clock.now()).toBe(5_000);
});

test("a wait keeps the process alive only where it is to", async () => {
  const clock = new ManualClock();
  const limiter = new RateLimiter(clock, { requests: 1, interval: 1_000 });
  await limiter.acquire(signal, true);
  const free = limiter.acquire(signal, false);
  expect([clock.waiting(true), clock.waiting(false)]).toEqual([0, 1]);
  const held = limiter.acquire(signal, true);
  expect([clock.waiting(true), clock.waiting(false)]).toEqual([1, 0]);
  await clock.settle(Promise.all([free, held]));
  const controller = new AbortController();
  const aborted = caught(limiter.acquire(controller.signal, true));
  controller.abort("no");
  expect(await aborted).toBe("no");
  expect(clock.waiting()).toBe(0);
  expect(await caught(limiter.acquire(controller.signal, true))).toBe("no");
});

test("a place in the queue is kept when there is room before its timer fires", async () => {
  let now = 0;
  const still = { now: () => now, date: () => now, after: () => () => {} };
  const limiter = new RateLimiter(still, { requests: 1, interval: 1_000 });
  await limiter.acquire(signal, true);
  const order: string[] = [];
  void limiter.acquire(signal, true).then(() => order.push("first"));
  now = 2_000;
  void limiter.acquire(signal, true).then(() => order.push("second"));
  await flush();
  expect(order).toEqual([]);
});

test("whoever leaves takes what it held along, and its listener", async () => {
  const clock = new ManualClock();
  const limiter = new RateLimiter(clock, { requests: 1, interval: 1_000 });
  const controller = new AbortController();
  await limiter.acquire(controller.signal, true);
  const held = limiter.acquire(controller.signal, true);
  const free = limiter.acquire(signal, false);
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
  await clock.advance(1_000);
  await held;
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  expect([clock.waiting(true), clock.waiting(false)]).toEqual([0, 1]);
  const leaving = caught(limiter.acquire(controller.signal, true));
  expect([clock.waiting(true), clock.waiting(false)]).toEqual([1, 0]);
  controller.abort("no");
  await leaving;
  expect([clock.waiting(true), clock.waiting(false)]).toEqual([0, 1]);
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  await clock.settle(free);
});

test("sdks share a limiter where clock, API, client id and limit are the same", () => {
  const clock = new ManualClock();
  const one = sharedLimiter(clock, "https://a/beta", "client", limit);
  expect(sharedLimiter(clock, "https://a/beta", "client", { ...limit })).toBe(one);
  for (const other of [
    sharedLimiter(new ManualClock(), "https://a/beta", "client", limit),
    sharedLimiter(clock, "https://a/v2025", "client", limit),
    sharedLimiter(clock, "https://a/beta", "other", limit),
    sharedLimiter(clock, "https://a/beta", "client", { ...limit, requests: 4 }),
  ]) {
    expect(other).not.toBe(one);
  }
});
