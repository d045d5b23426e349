import path from "node:path";
import { parseArgs } from "node:util";
import { ownSpec } from "../clients/own-spec.ts";
import { placeContenders } from "../clients/place-contenders.ts";
import { withFolder } from "../clients/with-folder.ts";
import { benchSpecs } from "../speed/specs/bench-specs.ts";
import { renderStarts } from "./render-starts.ts";
import { runStarts } from "./run-starts.ts";

/** How fast clients start in a fresh process, what one call by them weighs, and what they install. */
const { values } = parseArgs({ options: { rounds: { type: "string", default: "9" } } });
const rounds = Number(values.rounds);
await withFolder(async (folder) => {
  const own = placeContenders(path.join(folder, "own"), { spec: ownSpec });
  console.log(`${renderStarts(await runStarts(own, rounds, console.warn))}\n`);
  const whole = benchSpecs(folder).find(({ name }) => name === "whole-beta");
  if (!whole) return console.warn("SAILKIT_SPECS does not have the whole beta spec: its clients are NOT measured.");
  const foreign = placeContenders(path.join(folder, "whole"), { spec: whole.file, isForeign: true });
  console.log(renderStarts(await runStarts(foreign, rounds, console.warn)));
});
