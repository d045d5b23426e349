import { createRequire } from "node:module";
import path from "node:path";
import { type NodeRun, runNode } from "./run-node.ts";

const MAIN = path.join(path.dirname(createRequire(import.meta.url).resolve("npm/package.json")), "bin", "npm-cli.js");

/** What package managers tell the scripts they start about themselves. The configuration of the user, which they hand on, stays. */
const HANDED_DOWN =
  /^p?npm_(?:command|execpath|lifecycle_|package_|config_(?:user_agent|npm_version|local_prefix|global_prefix|yes))/i;

/** Runs the pinned npm, with the configuration of the user. `env` adds to the environment. */
export function runNpm(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<NodeRun> {
  const given = new Set(Object.keys(env).map((name) => name.toLowerCase()));
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !HANDED_DOWN.test(name) && !given.has(name.toLowerCase())),
  );
  const quiet = { npm_config_update_notifier: "false", npm_config_fund: "false", npm_config_audit: "false" };
  return runNode([MAIN, ...args], cwd, { env: { ...inherited, ...quiet, ...env } });
}
