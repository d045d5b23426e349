import { createRequire } from "node:module";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runNode } from "../../../scripts/release/src/run-node.ts";
import { installExample } from "../src/packed/install-example.ts";
import { installPacked, type PackedProject } from "../src/packed/install-packed.ts";
import { findBrowser } from "../src/runtimes/find-browser.ts";

const require = createRequire(import.meta.url);
const tsc = path.join(path.dirname(require.resolve("typescript/package.json")), "bin/tsc");
const browser = findBrowser();
const noBrowser = "NO BROWSER: the example of a page is skipped. Install Chromium, or name one by SAILKIT_BROWSER.";

/** What each example says in the end. */
const examples = [
  { name: "list-tasks", program: "src/start.ts", says: /a mock server of spec\/openapi\.beta\.yaml/ },
  {
    name: "watch-tasks",
    program: "src/start.ts",
    says: /: SUCCESS\n[\s\S]*\nCleared .*: TERMINATED\nPending tasks: \d+/,
  },
  {
    name: "hono-server",
    program: "src/start.ts",
    says: /Different tasks on both pages: 20\n200 \/tasks\/\{id\}\n404 \/tasks\/nobody\n503 \/tasks\/failed 90/,
  },
  {
    name: "cloudflare-worker",
    program: "src/start.ts",
    says: /20 requests at once were answered: 200\n\/tasks\/nobody is answered: 404\nTokens fetched: 1/,
  },
  {
    name: "browser-page",
    program: "src/start.ts",
    needsBrowser: true,
    says: /shows 10 of (\d+), and after a click \1 of \1\.\nTokens it asked for: 1\. The secret was sent to it: false/,
  },
  { name: "mocked-tests", program: "node_modules/vitest/vitest.mjs", args: ["run"], says: /Tests +6 passed/ },
];

let project: PackedProject;

beforeAll(async () => {
  project = await installPacked();
});

afterAll(() => project.remove());

describe.each(examples)(
  "the example $name, on the packed packages,",
  ({ name, program, args = [], needsBrowser, says }) => {
    const skipped = needsBrowser === true && browser === undefined;
    if (skipped) console.warn(noBrowser);
    let folder = "";

    beforeAll(() => {
      folder = installExample(name, project);
    });

    test("finds those, and none of the workspace", () => {
      const { resolve } = createRequire(path.join(folder, "package.json"));
      for (const one of ["@sailkit/beta-client", "@sailkit/beta-sdk"]) {
        expect(resolve(one)).toBe(path.join(project.folder, "node_modules", one, "dist/index.js"));
      }
    });

    test("compiles", async () => {
      const { stdout } = await runNode([tsc, "-p", "tsconfig.json"], folder);
      expect(stdout).toBe("");
    });

    test.skipIf(skipped)("runs", async () => {
      const { VITEST: _, NODE_OPTIONS: __, ...env } = process.env;
      const { ok, stdout, stderr } = await runNode([program, ...args], folder, {
        env: { ...env, NO_COLOR: "1", SAILKIT_BROWSER: browser },
      });
      expect(ok, stderr).toBe(true);
      expect(stdout).toMatch(says);
    });
  },
);
