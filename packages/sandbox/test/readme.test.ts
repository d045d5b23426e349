import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { helpText } from "../src/node/help-text.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code ?? "");
const run = promisify(execFile);

test.each([
  [0, "50\n"],
  [1, "ECONNRESET\n[ [ '/oauth/info', undefined ], [ '/oauth/info', 200 ] ] 2\n"],
])("the example %i of the README runs", async (index, output) => {
  const source = (path: string) => JSON.stringify(new URL(`../src/${path}`, import.meta.url).href);
  const code = (blocks[index] ?? "")
    .replaceAll('"@sailkit/sandbox/node"', source("node/index.ts"))
    .replaceAll('"@sailkit/sandbox"', source("index.ts"));
  const { stdout } = await run(process.execPath, ["--input-type=module-typescript", "-e", code], {
    env: { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" },
  });
  expect(stdout).toBe(output);
});

test("the README knows every option of the command", () => {
  for (const [, option = ""] of helpText.matchAll(/^ {2}(--[\w-]+)/gm)) expect(readme).toContain(`| \`${option}`);
});
