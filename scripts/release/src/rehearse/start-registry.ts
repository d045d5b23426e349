import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { stringify } from "yaml";
import { runNpm } from "../run-npm.ts";
import { freePort } from "./free-port.ts";

/** A registry of our own, with nothing in it. */
export interface Registry {
  readonly url: string;
  /** Ends it. What was published is left in its folder. */
  stop(): Promise<void>;
}

/**
 * Starts Verdaccio on the loopback interface. Our packages live in it alone; everything else comes from the registry that npm
 * is configured to use.
 *
 * @param folder absolute path, for its storage, users and log
 */
export async function startRegistry(folder: string): Promise<Registry> {
  mkdirSync(folder, { recursive: true });
  const config = path.join(folder, "config.yaml");
  writeFileSync(config, stringify(await settings(folder)));
  const port = await freePort();
  const require = createRequire(import.meta.url);
  const main = path.join(path.dirname(require.resolve("verdaccio/package.json")), "bin", "verdaccio");
  const child = spawn(process.execPath, [main, "--config", config, "--listen", `127.0.0.1:${port}`], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    windowsHide: true,
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-10_000);
    });
  }
  const url = `http://127.0.0.1:${port}`;
  const ended = once(child, "exit");
  const isUp = async () => (await fetch(`${url}/-/ping`).catch(() => undefined))?.ok ?? false;
  for (const end = Date.now() + 60_000; !(await isUp()); await sleep(100)) {
    if (child.exitCode !== null || Date.now() > end) {
      child.kill();
      throw new Error(`The registry did not start. It said:\n${said}`);
    }
  }
  return {
    url,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}

async function settings(folder: string): Promise<object> {
  const upstream = (await runNpm(["config", "get", "registry"], folder)).stdout.trim();
  return {
    storage: path.join(folder, "storage"),
    web: { enable: false },
    auth: { htpasswd: { file: path.join(folder, "htpasswd"), max_users: 10 } },
    uplinks: { upstream: { url: upstream, timeout: "60s", maxage: "60m" } },
    packages: {
      "@sailkit/*": { access: "$all", publish: "$authenticated" },
      "**": { access: "$all", proxy: "upstream" },
    },
    log: { type: "stdout", format: "pretty", level: "error" },
  };
}
