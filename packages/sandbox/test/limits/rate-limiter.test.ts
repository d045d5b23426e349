import fc from "fast-check";
import { expect, test } from "vitest";
import { RateLimiter } from "../../src/limits/rate-limiter.ts";

test("100 requests are admitted in 10 s, and the next is told when to come", () => {
  const limiter = new RateLimiter({});
  for (let count = 0; count < 100; count++) expect(limiter.admit("a", count * 10)).toBe(0);
  expect(limiter.admit("a", 1_000)).toBe(9_000);
  expect(limiter.admit("b", 1_000)).toBe(0);
  expect(limiter.admit("a", 9_999)).toBe(1);
  expect(limiter.admit("a", 10_000)).toBe(0);
  expect(limiter.admit("a", 10_000)).toBe(10);
});

test("a fixed window opens with the first request and closes for all at once", () => {
  const limiter = new RateLimiter({ requests: 2, window: 100, kind: "fixed" });
  expect([0, 90, 95, 100, 100, 100].map((now) => limiter.admit("a", now))).toEqual([0, 0, 5, 0, 0, 100]);
});

test("no span as long as the window holds more than the limit, and no wait is longer than it has to be", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 200 }), (gaps) => {
      const limiter = new RateLimiter({ requests: 5, window: 100 });
      const admitted: number[] = [];
      let now = 0;
      for (const gap of gaps) {
        now += gap;
        const wait = limiter.admit("a", now);
        if (wait === 0) admitted.push(now);
        else expect(now + wait).toBe((admitted.at(-5) ?? 0) + 100);
      }
      for (const time of admitted) {
        expect(admitted.filter((other) => other > time - 100 && other <= time).length).toBeLessThanOrEqual(5);
      }
    }),
  );
});
