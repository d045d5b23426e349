import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { printBudgets, readBudgets } from "../src/sizes/budgets.ts";
import { recordSizes } from "../src/sizes/record-sizes.ts";
import { importTarget, renderSizes, type WeighedBundle } from "../src/sizes/render-sizes.ts";

const bundle = (bytes: number, more: Partial<WeighedBundle> = {}): WeighedBundle => ({
  name: "a",
  program: "",
  budget: 4_000,
  history: [{ date: "2026-01-01", bytes: 3_900 }],
  size: { bytes, later: 0 },
  ...more,
});

test("a table shows what is, may be, should be and was", () => {
  const text = renderSizes(
    [
      bundle(3_950, { target: 3_000 }),
      bundle(2_990, { target: 3_000, size: { bytes: 2_990, later: 1_200 } }),
      bundle(4_001),
    ],
    7.04,
    15,
  );
  expect(text.split("\n").slice(2)).toEqual([
    "| a | 3,950 | – | 4,000 | 3,000, missed by 950 | 2026-01-01: 3,900 |",
    "| a | 2,990 | 1,200 | 4,000 | 3,000 ✔ | 2026-01-01: 3,900 |",
    "| a | 4,001 | – | 4,000 ✘ exceeded | – | 2026-01-01: 3,900 |",
    "",
    'import("@sailkit/beta-sdk"), in the fastest of several fresh processes: 7.0 ms of 15 ms',
  ]);
});

test("the whole beta API may take as long as its modules take to be read", () => {
  expect([importTarget(5), importTarget(559)]).toEqual([15, 43]);
});

test.each([
  ["follows the size down", bundle(3_500), 3_550, [3_900, 3_500]],
  ["goes no lower than the target", bundle(2_000, { target: 3_000 }), 3_000, [3_900, 2_000]],
  ["never goes up", bundle(4_100), 4_000, [3_900, 4_100]],
  ["leaves the history alone where nothing changed", bundle(3_900), 3_950, [3_900]],
])("a budget that is recorded %s", (_, given, budget, sizes) => {
  const [recorded] = recordSizes([given], "2026-02-02");
  expect(recorded?.budget).toBe(budget);
  expect(recorded?.history.map(({ bytes }) => bytes)).toEqual(sizes);
  expect(recorded).not.toHaveProperty("size");
});

test("a size of the same day takes the place of the one before", () => {
  const [once] = recordSizes([bundle(3_500)], "2026-02-02");
  const [twice] = recordSizes([bundle(3_400, { history: once?.history ?? [] })], "2026-02-02");
  expect(twice?.history).toEqual([
    { date: "2026-01-01", bytes: 3_900 },
    { date: "2026-02-02", bytes: 3_400 },
  ]);
});

test("budgets are written as they are laid out in the repository", () => {
  const committed = readFileSync(new URL("../budgets.json", import.meta.url), "utf8").replaceAll("\r\n", "\n");
  expect(printBudgets(readBudgets())).toBe(committed);
  const history = ["1", "2", "3"].map((day) => ({ date: `2026-01-0${day}`, bytes: 1_000 }));
  expect(printBudgets([{ name: "a", program: "b", budget: 1, history }])).toContain(
    '    "history": [\n      { "date": "2026-01-01", "bytes": 1000 },\n      { "date": "2026-01-02", "bytes": 1000 },\n',
  );
});
