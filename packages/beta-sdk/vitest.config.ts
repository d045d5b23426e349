import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Mutation tests run in a copy of this package, further down in the workspace.
let workspace = fileURLToPath(new URL(".", import.meta.url));
while (!existsSync(join(workspace, "pnpm-workspace.yaml"))) workspace = dirname(workspace);
const source = (path: string) => join(workspace, "packages", path);

// Tests run against the sources of the workspace, so that they need no build.
export default defineConfig({
  resolve: {
    alias: [
      { find: "@sailkit/beta-client/manifest", replacement: source("beta-client/src/generated/manifest.ts") },
      { find: "@sailkit/beta-client", replacement: source("beta-client/src/index.ts") },
      { find: "@sailkit/sandbox/node", replacement: source("sandbox/src/node/index.ts") },
      { find: "@sailkit/sandbox", replacement: source("sandbox/src/index.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [".stryker-tmp/**"],
    testTimeout: 10_000,
    coverage: {
      include: ["src/**"],
      reporter: ["text-summary"],
      thresholds: { statements: 100, branches: 100, functions: 100, lines: 100 },
    },
  },
});
