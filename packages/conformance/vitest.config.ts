import { defineConfig } from "vitest/config";

// Seven runtimes start in turn on what may be a busy machine.
export default defineConfig({ test: { include: ["test/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 } });
