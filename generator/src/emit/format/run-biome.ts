import { spawn } from "node:child_process";
import type { BiomeCommand } from "./biome-commands.ts";
import { FormatFailure } from "./format-failure.ts";

/** What Biome said and how it ended. */
export interface BiomeRun {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs Biome with the first command that starts.
 *
 * @throws {FormatFailure} when none of them can be started.
 */
export async function runBiome(commands: readonly BiomeCommand[], args: string[], cwd: string): Promise<BiomeRun> {
  let cause: unknown;
  for (const command of commands) {
    try {
      return await start(command, args, cwd);
    } catch (error) {
      cause = error;
    }
  }
  throw new FormatFailure(
    `Biome, which formats the generated code, could not be started: ${String(cause)}. Reinstall the dependencies with \`pnpm install --force\`.`,
    [],
    { cause },
  );
}

function start(command: BiomeCommand, args: string[], cwd: string): Promise<BiomeRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(command.file, [...command.args, ...args], {
      cwd,
      env: environment(),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.once("error", reject);
    child.once("close", (exitCode, signal) => resolve({ exitCode, signal, stdout, stderr }));
  });
}

/** Biome reads its configuration path and log level from `BIOME_*`; output must not depend on those. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith("BIOME_")));
}
