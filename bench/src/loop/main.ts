import path from "node:path";
import { parseArgs } from "node:util";
import { machine } from "../clients/machine.ts";
import { withFolder } from "../clients/with-folder.ts";
import { measureLoop } from "./measure-loop.ts";
import { renderLoop } from "./render-loop.ts";

/**
 * How long one waits here, in a fresh clone of what is committed: `pnpm start`, `pnpm check`, and `pnpm check` after a change of
 * one line in each room. `--test` runs the whole of `pnpm test` as well, `--only sdk` measures some rooms only.
 */
const { values } = parseArgs({
  options: { only: { type: "string", multiple: true }, test: { type: "boolean", default: false } },
});
await withFolder(async (folder) => {
  const repository = path.resolve(import.meta.dirname, "../../..");
  const rows = await measureLoop(repository, folder, { ...values, say: console.warn });
  console.log(`${renderLoop(rows)}\n\n${machine()}`);
  if (rows.some(({ ok }) => !ok)) process.exitCode = 1;
});
