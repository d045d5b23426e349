import { parseArgs } from "node:util";
import { withFolder } from "../clients/with-folder.ts";
import { benchSpecs } from "../speed/specs/bench-specs.ts";
import { renderEditor } from "./render-editor.ts";
import { runEditor } from "./run-editor.ts";

/** What one waits for in an editor, in a program that imports one operation of a whole generated client. */
const { values } = parseArgs({ options: { rounds: { type: "string", default: "3" } } });
await withFolder(async (folder) => {
  const specs = benchSpecs(folder);
  const spec = specs.find(({ name }) => name === "whole-beta") ?? specs.find(({ name }) => name === "task-management");
  if (spec?.name !== "whole-beta")
    console.warn("SAILKIT_SPECS does not have the whole beta spec: ours, which is small, takes its place.");
  if (spec) console.log(renderEditor(await runEditor(spec, Number(values.rounds), folder, console.warn)));
});
