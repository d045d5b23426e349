import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freePort } from "../../../scripts/release/src/rehearse/free-port.ts";

const repository = path.resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(path.join(tmpdir(), "sailkit-remote-cache-"));
const TOKEN = "a-token-of-this-test";
let server: ChildProcess;
let api: string;

beforeAll(async () => {
  const port = await freePort();
  const cli = path.join(repository, "generator/node_modules/turborepo-remote-cache/dist/cli.js");
  server = spawn(process.execPath, [cli], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      LOG_LEVEL: "info",
      PORT: String(port),
      TURBO_TOKEN: TOKEN,
      STORAGE_PROVIDER: "local",
      STORAGE_PATH: path.join(folder, "cache"),
    },
  });
  for await (const line of server.stdout ?? []) if (String(line).includes("listening")) break;
  server.stdout?.resume();
  api = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
  const exit = once(server, "exit");
  server.kill();
  await exit;
  rmSync(folder, { recursive: true, force: true });
});

test("a second machine restores generated code from the remote cache, without Java", () => {
  const first = checkout("first");
  const made = turbo(first, {});
  expect(made).toMatchObject({ status: 0, stdout: expect.stringContaining("cache miss") });

  const second = checkout("second");
  rmSync(path.join(second, "packages/beta-client/src/generated"), { recursive: true });
  const major = /SAILKIT_JAVA_MAJOR=(\d+)/.exec(javaMajor())?.[1] ?? "";
  const restored = turbo(second, { SAILKIT_JAVA: path.join(folder, "no-java"), SAILKIT_JAVA_MAJOR: major });
  expect(restored).toMatchObject({ status: 0, stdout: expect.stringContaining("cache hit") });
  const generated = "packages/beta-client/src/generated/operations/task-management.ts";
  expect(readFileSync(path.join(second, generated), "utf8")).toBe(readFileSync(path.join(first, generated), "utf8"));
}, 60_000);

/** The tracked files of the repository in a folder of their own, with the installed packages linked in. */
function checkout(name: string): string {
  const root = path.join(folder, name);
  const { stdout } = spawnSync("git", ["ls-files", "-z"], { cwd: repository, encoding: "utf8", maxBuffer: 2 ** 26 });
  for (const file of stdout.split("\0").filter((entry) => entry !== "" && existsSync(path.join(repository, entry)))) {
    cpSync(path.join(repository, file), path.join(root, file));
  }
  for (const workspace of ["", "generator", "packages/beta-client"]) {
    const modules = path.join(repository, workspace, "node_modules");
    if (existsSync(modules)) symlinkSync(modules, path.join(root, workspace, "node_modules"), "junction");
  }
  // Nothing is committed there, and turbo hashes files as git sees them.
  spawnSync("git", ["init", "-q"], { cwd: root });
  return root;
}

function turbo(root: string, env: NodeJS.ProcessEnv) {
  const args = ["run", "generate", "--filter=@sailkit/beta-client", "--cache=local:,remote:rw"];
  const { status, stdout } = spawnSync(process.execPath, ["scripts/turbo.ts", ...args], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      TURBO_API: api,
      TURBO_TOKEN: TOKEN,
      TURBO_TEAM: "team_sailkit",
      PATH: `${path.join(root, "node_modules/.bin")}${path.delimiter}${process.env.PATH}`,
      ...env,
    },
  });
  return { status, stdout };
}

function javaMajor(): string {
  const code = `const { findJava } = await import(${JSON.stringify(path.join(repository, "generator/src/java/find-java.ts"))}); console.log("SAILKIT_JAVA_MAJOR=" + (await findJava()).major);`;
  return spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" }).stdout;
}
