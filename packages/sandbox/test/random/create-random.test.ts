import { expect, test } from "vitest";
import { createRandom } from "../../src/random/create-random.ts";

test("the same seed gives the same numbers, another seed others", () => {
  const draw = (seed: string | number) => {
    const random = createRandom(seed);
    return [random.next(), random.integer(1, 6), random.pick(["a", "b", "c"]), random.chance(0.5), random.id()];
  };
  expect(draw("a")).toEqual(draw("a"));
  expect(draw("a")).not.toEqual(draw("b"));
  expect(draw(1)).toEqual(draw("1"));
});

test("numbers are spread evenly", () => {
  const random = createRandom("spread");
  const counts = [0, 0, 0, 0, 0, 0];
  for (let index = 0; index < 60_000; index++) {
    const face = random.integer(0, 5);
    counts[face] = (counts[face] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test("an id has 32 hexadecimal digits", () => {
  expect(createRandom("id").id()).toMatch(/^[0-9a-f]{32}$/);
});

test("nothing can be picked from nothing", () => {
  expect(() => createRandom(1).pick([])).toThrow("Nothing to pick from: the list is empty.");
});
