import { runProgram } from "../../run-program.ts";

/** How a program on Node ended. */
export interface NodeRun {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program on Node, without a time-out.
 * @param options.env the whole environment; by default that of this process
 * @param options.node the executable; by default the one that runs this
 */
export async function runNode(
  args: readonly string[],
  cwd: string,
  { env = process.env, node = process.execPath }: { readonly env?: NodeJS.ProcessEnv; readonly node?: string } = {},
): Promise<NodeRun> {
  const { exit, stdout, stderr } = await runProgram(node, args, { cwd, env });
  return { ok: exit === 0, stdout, stderr };
}
