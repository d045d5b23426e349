import { defineConfig } from "vitest/config";
import { TEST_WORKERS } from "./scripts/test-workers.ts";

process.env.VITEST_MAX_WORKERS ??= TEST_WORKERS;

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
    reporters: ["default", "./scripts/closing-line-reporter.ts"],
  },
});
