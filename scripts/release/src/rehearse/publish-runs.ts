import path from "node:path";
import { runNode } from "../run-node.ts";
import { demand } from "./demand.ts";
import type { FaultProxy } from "./fault-proxy.ts";
import type { Stage } from "./stage.ts";

/** Publishes as often as there are expectations: an exit code, and words that are printed. Only the first run meets faults. */
export async function publishRuns(
  { copy, folder, npm, proxy }: Stage,
  name: string,
  fault: FaultProxy["fault"],
  expected: readonly (readonly [exit: number, ...words: string[]])[],
): Promise<void> {
  proxy.fault = fault;
  for (const [index, [exit, ...words]] of expected.entries()) {
    const args = ["scripts/release/bin/release.ts", "publish", path.join(folder, name), "--no-provenance"];
    const { ok, stdout, stderr } = await runNode(args, copy, { env: { ...process.env, ...npm } });
    const said = stdout + stderr;
    const missing = words.filter((word) => !said.includes(word));
    demand(
      ok === (exit === 0) && missing.length === 0,
      `run ${index + 1} of publishing ended otherwise than expected; it said:\n${said}`,
    );
    proxy.fault = () => undefined;
  }
}
