import path from "node:path";
import { type GenerateResult, generate } from "../commands/generate.ts";
import { readTargets } from "../config/read-targets.ts";
import type { Target } from "../config/target.ts";
import type { Lock } from "../emit/lock/lock.ts";
import { readLock } from "../emit/lock/read-lock.ts";
import { createReporter, type Reporter } from "../progress/create-reporter.ts";
import { reporterMode } from "../progress/reporter-mode.ts";
import { templateFolders } from "../template/template-folders.ts";
import { ExitCode, exitCodeOf } from "./exit-code.ts";
import { printTimings } from "./print-timings.ts";

/** Flags of `sailkit generate`, as the command line gives them. */
export interface GenerateFlags {
  readonly spec?: string;
  readonly out?: string;
  readonly overlay?: string;
  readonly docs?: boolean;
  readonly allowRef?: readonly string[];
  readonly templates?: readonly string[];
  readonly check?: boolean;
  readonly force?: boolean;
  /** Default: where the spec or its overlay has changed since the last run, and is not as git has it. */
  readonly changeset?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly timings?: boolean;
}

/** Runs `sailkit generate` and gives its exit code: 0, 1 on drift or failure, 2 for a refused spec. */
export async function runGenerate(names: readonly string[], flags: GenerateFlags): Promise<number> {
  const mode = reporterMode(flags, process.stderr);
  const reporter = createReporter({ mode, verbose: flags.verbose ?? false });
  try {
    const configured = flags.spec === undefined ? await readTargets(names) : [standAlone(flags.spec, flags)];
    const targets = configured.map((target) => layered(target, flags.templates));
    const results: GenerateResult[] = [];
    const changesets: string[] = [];
    for (const target of targets) {
      const before = readLock(target.root);
      results.push(await generate(target, flags, reporter));
      if (wantsChangeset(target, before, flags)) changesets.push(...(await changesetsFor(target, reporter)));
    }
    reporter.summary(summarize(results, changesets));
    if (flags.timings) await printTimings(reporter);
    return results.some(({ outcome }) => outcome === "drift") ? ExitCode.failure : ExitCode.success;
  } catch (error) {
    reporter.fail(error);
    return exitCodeOf(error);
  }
}

function wantsChangeset(target: Target, before: Lock | undefined, { check, changeset }: GenerateFlags): boolean {
  if (target.extent === "package" || check) return false;
  const { spec, overlay, files } = readLock(target.root)?.inputs ?? {};
  const old = before?.inputs;
  return changeset ?? JSON.stringify([old?.spec, old?.overlay, old?.files]) !== JSON.stringify([spec, overlay, files]);
}

/** Everything it needs is read only where there is a changeset to write. */
async function changesetsFor(target: Target, reporter: Reporter): Promise<string[]> {
  const [{ changesetsSinceCommit }, { configuredPolicy }] = await Promise.all([
    import("../diff/changeset/changesets-since-commit.ts"),
    import("../diff/policy/configured-policy.ts"),
  ]);
  return changesetsSinceCommit(target, await configuredPolicy(), reporter);
}

/** The target of `--spec FILE --out DIR`: a package that needs nothing of this repository. */
function standAlone(spec: string, flags: GenerateFlags): Target {
  if (flags.out === undefined) throw new Error("--spec needs --out: the folder the package is written to.");
  return {
    name: path.basename(spec),
    spec: path.resolve(spec),
    overlay: flags.overlay === undefined ? undefined : path.resolve(flags.overlay),
    root: path.resolve(flags.out),
    extent: "package",
    docs: flags.docs ?? false,
    allowRefs: flags.allowRef ?? [],
    command: "sailkit generate --spec FILE --out DIR",
  };
}

/** A target with folders of templates over those it has. */
function layered(target: Target, folders: readonly string[] | undefined): Target {
  if (folders === undefined) return target;
  const [, ...layers] = templateFolders(folders);
  return { ...target, templates: [...(target.templates ?? []), ...layers] };
}

function summarize(results: readonly GenerateResult[], changesets: readonly string[]) {
  const drifted = results.filter(({ outcome }) => outcome === "drift");
  const sentence = ({ target, outcome, operations, files }: GenerateResult) => {
    switch (outcome) {
      case "unchanged":
        return `${target}: ${operations} operations, nothing changed`;
      case "current":
        return `${target}: ${operations} operations, what is committed is what the inputs give`;
      case "written":
        return `${target}: ${operations} operations, ${files.length} files changed`;
      case "drift":
        return `${target}: ${files.length} ${files.length === 1 ? "file is" : "files are"} not what the inputs give; run \`pnpm generate\` and commit what it writes`;
    }
  };
  return {
    ok: drifted.length === 0,
    message: [...results.map(sentence), ...changesets].join("\n"),
    details: drifted.flatMap(({ files }) => files),
    data: { results, changesets },
  };
}
