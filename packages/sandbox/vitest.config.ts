import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// The client is taken from its sources, so that the tests need no build. Prism takes its time to start on a busy machine.
export default defineConfig({
  resolve: {
    alias: [
      {
        find: "@sailkit/beta-client/manifest",
        replacement: fileURLToPath(new URL("../beta-client/src/generated/manifest.ts", import.meta.url)),
      },
      {
        find: "@sailkit/beta-client",
        replacement: fileURLToPath(new URL("../beta-client/src/index.ts", import.meta.url)),
      },
    ],
  },
  test: { include: ["test/**/*.test.ts"], testTimeout: 20_000, hookTimeout: 60_000 },
});
