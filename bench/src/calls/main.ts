import path from "node:path";
import { parseArgs } from "node:util";
import { machine } from "../clients/machine.ts";
import { ownSpec } from "../clients/own-spec.ts";
import { placeContenders } from "../clients/place-contenders.ts";
import { withFolder } from "../clients/with-folder.ts";
import { callsPage } from "./calls-page.ts";
import { runCalls } from "./run-calls.ts";

/** What a call costs beside the network, against peers, paired in one run. */
const { values } = parseArgs({ options: { rounds: { type: "string", default: "21" } } });
await withFolder(async (folder) => {
  const contenders = placeContenders(path.join(folder, "own"), { spec: ownSpec });
  console.log(callsPage(await runCalls(contenders, Number(values.rounds)), machine()));
});
