import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      "generator",
      "packages/*",
      "examples/*",
      "!examples/*.md",
      "scripts/release",
      "scripts/structure",
      "site",
    ],
    // vitest leaves a core to itself, which on two cores runs all tests one after another.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ["default", "./scripts/closing-line-reporter.ts"],
  },
});
