import { expect, test } from "vitest";
import { measure } from "./measure.ts";

/** Bytes after gzip that a bundle may have, and what it had at first. */
test.each([
  ["the sdk", 'export { BetaSdk } from "./index.ts";', 18_200, 20_085],
  ["the sdk and JSON Patch", 'export { BetaSdk, patch } from "./index.ts";', 18_300, 20_222],
  ["everything", 'export * from "./index.ts";', 19_000, 20_862],
  ["JSON Patch alone", 'export { patch } from "./index.ts";', 1_700, 1_700],
  ["guards of errors alone", 'export { isApiError, isNotFoundError } from "./index.ts";', 800, 800],
])("a bundle with %s stays within its budget", async (name, entry, budget, first) => {
  const bytes = await measure(entry);
  console.log(`gzip: ${name}: ${bytes} bytes of ${budget}, at first ${first}`);
  expect(bytes).toBeLessThanOrEqual(budget);
});

test("importing the sdk without using it leaves nothing in a bundle", async () => {
  expect(await measure('import "./index.ts";')).toBeLessThanOrEqual(20);
});
