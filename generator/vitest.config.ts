import { defineConfig } from "vitest/config";

// Many tests start a process of their own, which takes its time on a machine that has other things to do.
export default defineConfig({ test: { include: ["test/**/*.test.ts"], testTimeout: 30_000, hookTimeout: 120_000 } });
