import { writeFileSync } from "node:fs";
import path from "node:path";
import { runNode } from "../../../../scripts/release/src/run-node.ts";
import { bundlePacked } from "../packed/bundle-packed.ts";
import type { Outcome } from "../suite/outcome.ts";
import type { Runtime } from "./runtime.ts";

const entry = path.join(import.meta.dirname, "../suite/entry-command.ts");

/** What differs between runtimes that are commands. */
export interface CommandOptions {
  /** Absolute path of the executable. */
  executable(): string;
  /** Arguments in front of the program. */
  readonly args?: readonly string[];
}

/** A runtime that is a command. It resolves the packages from `node_modules` itself. */
export function commandRuntime(name: string, { executable, args = [] }: CommandOptions): Runtime {
  return {
    name,
    page: false,
    async run(job, { folder }) {
      const program = path.join(folder, `suite-${name.replaceAll(" ", "-").toLowerCase()}.mjs`);
      const { code } = await bundlePacked(entry, folder, {
        external: ["@sailkit/*"],
        plugins: [],
        platform: "neutral",
      });
      writeFileSync(program, code);
      const node = executable();
      const [{ ok, stdout, stderr }, { stdout: version }] = await Promise.all([
        runNode([...args, program, JSON.stringify(job)], folder, { node, env: environment() }),
        runNode(["--version"], folder, { node, env: environment() }),
      ]);
      if (!ok) throw new Error(`${name} failed:\n${stderr.trim()}\n${stdout.trim()}`);
      return {
        outcomes: JSON.parse(stdout) as Outcome[],
        version: /\d+\.\d+\.\d+/.exec(version)?.[0] ?? version.trim(),
      };
    },
  };
}

/** Without what vitest and users set for their own Node. */
function environment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, VITEST: __, NODE_ENV: ___, ...rest } = process.env;
  return { ...rest, NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" };
}
