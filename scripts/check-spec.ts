import path from "node:path";
import { isOwnText } from "./is-own-text.ts";
import { runProgram } from "./run-program.ts";

/** Lints what people write by hand under `spec/`, as `redocly.yaml` says: `pnpm check:spec`. */
const root = path.dirname(import.meta.dirname);
const redocly = path.join(root, "generator/node_modules/@redocly/cli/bin/cli.js");
if (!isOwnText)
  console.log("spec/openapi.beta.yaml is an edition of the vendor's, and not ours to lint: only the overlay is.");
const { exit, printed } = await runProgram(
  process.execPath,
  [redocly, "lint", ...(isOwnText ? [] : ["beta-overlay"])],
  {
    cwd: root,
  },
);
console.log(printed);
process.exitCode = exit ?? 1;
