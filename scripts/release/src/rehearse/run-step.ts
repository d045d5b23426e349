import path from "node:path";
import { runNode } from "../run-node.ts";

/**
 * Runs a program on Node that has to go well.
 * @throws Error with all it printed where it does not
 */
export async function runStep(cwd: string, args: readonly string[]): Promise<void> {
  const { ok, stdout, stderr } = await runNode(args, cwd);
  if (!ok) throw new Error(`${args.map((arg) => path.basename(arg)).join(" ")} failed:\n${(stdout + stderr).trim()}`);
}
