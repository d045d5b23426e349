import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { NodeRun } from "./run-node.ts";
import { runNpm } from "./run-npm.ts";
import type { Tarball } from "./tarball.ts";

export interface PublishOptions {
  /** Whether to attest where it was built, which only a workflow can. */
  readonly provenance: boolean;
  /** Adds to the environment of npm: tests say there which registry to use. */
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** How often to try. Default 3. */
  readonly attempts?: number | undefined;
  /** Before the second attempt, doubled before each further one, in ms. Default 2,000. */
  readonly pauseMs?: number | undefined;
}

/** `repacked`: that version was published with other bytes, from another machine or another run. */
export type PublishOutcome = "published" | "already-published" | "repacked";

/**
 * Publishes a tarball, unless its version is there already. An upload whose answer was lost is looked for before it is sent
 * again, so that a rerun always goes on where the last run ended.
 *
 * @throws Error with the words of npm where the registry refuses it, or stays out of reach
 */
export async function publishTarball(tarball: Tarball, options: PublishOptions): Promise<PublishOutcome> {
  const { attempts = 3, pauseMs = 2_000, env, provenance } = options;
  const folder = mkdtempSync(path.join(tmpdir(), "sailkit-publish-"));
  const npm = (args: readonly string[]) => runNpm(args, folder, { npm_config_fetch_retries: "0", ...env });
  try {
    for (let attempt = 1; ; attempt++) {
      const there = await published(tarball, npm);
      if (typeof there === "string") {
        if (there === tarball.integrity) return attempt === 1 ? "already-published" : "published";
        return "repacked";
      }
      const run = there.ok ? await upload(tarball, provenance, npm) : there;
      if (run.ok) return "published";
      if (attempt >= attempts || !isPassing(run)) throw failure(tarball, run);
      await sleep(pauseMs * 2 ** (attempt - 1));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Npm = (args: readonly string[]) => Promise<NodeRun>;

/** The integrity of what is published; otherwise how the look ended, `ok` where there is nothing yet. */
async function published({ name, version }: Tarball, npm: Npm): Promise<string | NodeRun> {
  const run = await npm(["view", `${name}@${version}`, "dist.integrity", "--json", "--prefer-online"]);
  const found = /"(sha512-[^"]+)"/.exec(run.stdout)?.[1];
  if (run.ok && found !== undefined) return found;
  return { ...run, ok: run.ok || /\bE404\b/.test(run.stderr + run.stdout) };
}

function upload({ file }: Tarball, provenance: boolean, npm: Npm): Promise<NodeRun> {
  return npm(["publish", file, "--access=public", `--provenance=${provenance}`, "--ignore-scripts"]);
}

/** Whether it may go well next time: the server or the way to it failed, or another upload got there first. */
function isPassing({ stderr }: NodeRun): boolean {
  return /\b(?:E5\d\d|E408|E409|E429|ECONN\w+|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|EPIPE|ERR_SOCKET\w*|EPUBLISHCONFLICT)\b|socket hang up|cannot publish over|already present|network/i.test(
    stderr,
  );
}

function failure({ name, version }: Tarball, { stderr, stdout }: NodeRun): Error {
  const words = (stderr || stdout)
    .split("\n")
    .filter((line) => /npm error (?!A complete log|Log files)/.test(line))
    .map((line) => line.replace(/^npm error ?/, "  "))
    .slice(0, 12);
  return new Error(
    `${name}@${version} was not published:\n${words.join("\n")}\nWhat was published before it stays; run the same command again to go on.`,
  );
}
