import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

/** How a run of npm ended. */
export interface NpmRun {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
}

const MAIN = path.join(path.dirname(createRequire(import.meta.url).resolve("npm/package.json")), "bin", "npm-cli.js");

/** Settings that a package manager hands to the scripts it starts; they would overrule the configuration of the user. */
const HANDED_DOWN = /^(?:npm|pnpm)_(?:config_|command|execpath|lifecycle|package_)/i;

/** Runs the pinned npm, with the configuration of the user. `env` adds to the environment. */
export function runNpm(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<NpmRun> {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !HANDED_DOWN.test(name)));
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: {
      ...inherited,
      npm_config_update_notifier: "false",
      npm_config_fund: "false",
      npm_config_audit: "false",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  return new Promise((resolve, reject) => {
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ ok: code === 0, stdout, stderr }));
  });
}
