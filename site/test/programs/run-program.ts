import path from "node:path";
import { pathToFileURL } from "node:url";
import { runProgram as run } from "../../../scripts/run-program.ts";

/** How a program ended. */
export interface ProgramRun {
  /** Null where it was stopped after 30 seconds. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const LONGEST = 30_000;

/**
 * Runs a TypeScript program with the built packages of this workspace.
 * @param tenant `inside`: a tenant in its process answers whatever host it calls; `none`: it reaches what it calls
 */
export async function runProgram(
  file: string,
  { tenant, env = {} }: { readonly tenant: "inside" | "none"; readonly env?: Readonly<Record<string, string>> },
): Promise<ProgramRun> {
  const preloads = ["resolve-packages.ts", ...(tenant === "inside" ? ["answer-as-tenant.ts"] : [])];
  const imports = preloads.flatMap((name) => ["--import", pathToFileURL(path.join(import.meta.dirname, name)).href]);
  const { exit, stdout, stderr } = await run(
    process.execPath,
    ["--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", ...imports, file],
    { env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", ...env }, timeout: LONGEST },
  );
  return { code: exit, stdout, stderr };
}
