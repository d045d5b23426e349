import { defineConfig } from "vitest/config";

// The build of the site and the browser are slow enough to come last, by themselves. With a whole edition of the vendor's the
// build takes minutes.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 900_000,
    maxConcurrency: 3,
    sequence: { groupOrder: 1 },
  },
});
