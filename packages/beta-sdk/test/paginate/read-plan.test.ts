import { describe, expect, test } from "vitest";
import { readPlan } from "../../src/paginate/read-plan.ts";

describe("P09: plans", () => {
  test("P09: what is left out has its default", () => {
    expect(readPlan("list", { limit: 100, count: true }, {})).toEqual({
      operationId: "list",
      limit: 100,
      most: 100,
      offset: 0,
      max: Number.POSITIVE_INFINITY,
      count: true,
      readAhead: 0,
      maxPages: 10_000,
      overlap: true,
    });
    expect(readPlan("list", {}, { count: true, overlap: false })).toMatchObject({
      limit: 250,
      count: false,
      overlap: false,
    });
    expect(readPlan("list", { count: true }, { count: false }).count).toBe(false);
  });

  test.each([
    [{ offset: 2 ** 31 - 1 }, undefined],
    [{ offset: 2 ** 31 }, "`offset` is at most 2147483647, not 2147483648"],
    [{ limit: 100 }, undefined],
    [{ limit: 101 }, "`limit` of list is at most 100, not 101"],
    [{ max: 0 }, undefined],
    [{ max: 1.5 }, "`max` must be an integer of at least 0, not 1.5"],
    [{ readAhead: 0.5 }, "`readAhead` must be an integer"],
    [{ maxPages: 1.5 }, "`maxPages` must be an integer"],
    [{ maxPages: 1 }, undefined],
  ])("P09: %j", (options, message) => {
    const make = () => readPlan("list", { limit: 100 }, options);
    if (message) expect(make).toThrow(message);
    else expect(make).not.toThrow();
  });
});
