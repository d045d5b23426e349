import path from "node:path";
import type { DiffResult } from "../commands/diff.ts";
import { inRepository } from "../config/in-repository.ts";
import { LEVELS, type Level } from "../diff/level.ts";
import type { DiffPolicy } from "../diff/policy/policy.ts";
import { createReporter, type Reporter } from "../progress/create-reporter.ts";
import { reporterMode } from "../progress/reporter-mode.ts";
import { diffWriter } from "./diff-writer.ts";
import { ExitCode, exitCodeOf } from "./exit-code.ts";
import { printTimings } from "./print-timings.ts";

/** Flags of `sailkit diff`, as the command line gives them. */
export interface DiffFlags {
  readonly format?: string;
  readonly changeset?: boolean;
  readonly api?: string;
  readonly failOn?: string;
  readonly policy?: string;
  readonly overlay?: string;
  readonly allowRef?: readonly string[];
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly timings?: boolean;
}

/** Runs `sailkit diff` and gives its exit code: 0, 1 for a change that `--fail-on` names or a failure, 2 for a refused spec. */
export async function runDiff(old: string, next: string, flags: DiffFlags): Promise<number> {
  // What a person reads is the diff: stages are worth a live line on a terminal, and nothing in a log.
  const mode = flags.quiet || !process.stderr.isTTY ? "quiet" : reporterMode({}, process.stderr);
  const reporter = createReporter({ mode, verbose: flags.verbose ?? false });
  try {
    const failOn = levelOf(flags.failOn);
    const write = await diffWriter(flags);
    const { diff } = await import("../commands/diff.ts");
    const policy = await policyFor(flags);
    const options = { policy, overlay: await overlayFor(flags), allowRefs: flags.allowRef ?? [] };
    const result = await diff(old, next, options, silenced(reporter, flags));
    process.stdout.write(write(result.diff));
    if (flags.changeset) await addChangeset(result, policy, flags);
    if (flags.timings) await printTimings(reporter);
    return failOn !== undefined && LEVELS.indexOf(result.diff.bump) >= LEVELS.indexOf(failOn)
      ? ExitCode.failure
      : ExitCode.success;
  } catch (error) {
    reporter.fail(error);
    return exitCodeOf(error);
  }
}

function levelOf(text: string | undefined): Level | undefined {
  if (text === undefined || LEVELS.some((level) => level === text && level !== "none"))
    return text as Level | undefined;
  throw new Error(`--fail-on is "${text}". Use major, minor or patch.`);
}

/** A changeset is about packages that are made with the overlay of their API. */
async function overlayFor({ overlay, changeset, api }: DiffFlags): Promise<string | undefined> {
  if (overlay !== undefined) return path.resolve(overlay);
  if (!changeset) return undefined;
  const { chooseApi } = await import("../diff/changeset/choose-api.ts");
  const { overlay: own } = await chooseApi(api);
  return own === undefined ? undefined : inRepository(own);
}

async function policyFor({ policy }: DiffFlags): Promise<DiffPolicy> {
  if (policy !== undefined) {
    const { readPolicy } = await import("../diff/policy/read-policy.ts");
    return readPolicy(path.resolve(policy));
  }
  const { configuredPolicy } = await import("../diff/policy/configured-policy.ts");
  return configuredPolicy();
}

/** Warnings about the specs themselves belong to `generate`. */
function silenced(reporter: Reporter, { verbose }: DiffFlags): Pick<Reporter, "stage" | "warn"> {
  return verbose ? reporter : { stage: reporter.stage, warn: () => {} };
}

async function addChangeset(result: DiffResult, policy: DiffPolicy, { api }: DiffFlags): Promise<void> {
  const { writeChangesets } = await import("../diff/changeset/write-changesets.ts");
  const outcomes = await writeChangesets(result, { policy, ...(api !== undefined && { api }) });
  for (const { message } of outcomes) process.stderr.write(`${message}\n`);
}
