import { defineConfig } from "vitest/config";

// Programs and pages are run as they are built; the browser and the build of the site are slow enough to come last, alone.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 300_000,
    fileParallelism: false,
    maxConcurrency: 3,
    sequence: { groupOrder: 1 },
  },
});
