import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const workspace = path.join(import.meta.dirname, "../../..");

/**
 * Builds the site, or has turbo restore it where nothing has changed.
 * @returns the folder with its pages
 * @throws Error with what the build said where it fails
 */
export async function buildSite(): Promise<string> {
  // turbo looks for pnpm in the path, which whoever started the tests without pnpm need not have.
  const [command = "", ...args] = process.env.npm_config_user_agent?.startsWith("pnpm/")
    ? [process.execPath, path.join(workspace, "scripts/turbo.ts"), "run", "docs", "--filter", "@sailkit/site"]
    : ["npx", "-y", "pnpm@12.21.0", "docs:build"];
  const child = spawn(command, args, {
    cwd: workspace,
    stdio: ["ignore", "pipe", "pipe"],
    // npx is a .cmd on Windows, which only a shell starts.
    shell: command === "npx" && process.platform === "win32",
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
    });
  }
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`The site does not build:\n${said}`);
  return path.join(workspace, "site/build");
}
