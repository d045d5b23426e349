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
    reporters: ["default", "./scripts/closing-line-reporter.ts"],
  },
});
