import path from "node:path";
import { ownedPaths, type Target } from "../config/target.ts";
import { hashOutput } from "../emit/lock/hash-output.ts";
import { isUnchanged } from "../emit/lock/is-unchanged.ts";
import { LOCK_FILE, type Lock } from "../emit/lock/lock.ts";
import { readLock } from "../emit/lock/read-lock.ts";
import { recoverOutput } from "../emit/output/recover-output.ts";
import { fingerprint } from "../pipeline/fingerprint.ts";
import type { Reporter } from "../progress/create-reporter.ts";

export interface GenerateOptions {
  /** Prove that the committed output is what the inputs give, and change nothing. */
  readonly check?: boolean;
  /** Generate even where the lock says nothing changed. */
  readonly force?: boolean;
}

/** What became of one target. */
export interface GenerateResult {
  readonly target: string;
  /** `drift`: a check found committed output that the inputs do not give. */
  readonly outcome: "unchanged" | "written" | "current" | "drift";
  readonly operations: number;
  /** Files written, or that differ, relative to the root of the target. */
  readonly files: readonly string[];
}

/** Generates a target, or checks it. Imports what it needs only once it knows that there is something to do. */
export async function generate(target: Target, options: GenerateOptions, reporter: Reporter): Promise<GenerateResult> {
  const owned = ownedPaths(target);
  recoverOutput(target.root);
  const lock = readLock(target.root);
  if (lock && !options.force && (await isUnchanged(target.root, lock, fingerprint(target, lock), { owned }))) {
    return {
      target: target.name,
      outcome: options.check ? "current" : "unchanged",
      operations: lock.operations,
      files: [],
    };
  }
  const abort = new AbortController();
  try {
    // The JVM takes half a second to ask for its input: it starts before the spec is read, which keeps this thread busy.
    const { startGenerator } = await import("../pipeline/start-generator.ts");
    const rendering = startGenerator(target, { signal: abort.signal });
    await rendering.started;
    const [{ loadSpec }, { buildOutput }] = await Promise.all([
      import("../pipeline/load-spec.ts"),
      import("../pipeline/build-output.ts"),
    ]);
    const loaded = await loadSpec(target, reporter);
    const current = fingerprint(target, lock, loaded.files);
    const earlier = lock && !options.check && !options.force ? { lock, current } : undefined;
    const built = await buildOutput(target, loaded.document, rendering, reporter, earlier);
    const { operations, modules } = built;
    const next: Lock = { version: 1, ...current, operations, modules, output: hashOutput(built.files) };
    const { renderLock } = await import("../emit/lock/render-lock.ts");
    built.files.set(LOCK_FILE, renderLock(next));
    return await (options.check
      ? compare(target, owned, built, reporter)
      : write(target, owned, built, options, reporter));
  } finally {
    abort.abort();
  }
}

interface Built {
  readonly files: ReadonlyMap<string, string>;
  readonly operations: number;
}

async function compare(target: Target, owned: string[], built: Built, reporter: Reporter): Promise<GenerateResult> {
  const { compareOutput } = await import("../emit/output/compare-output.ts");
  const difference = await reporter.stage("compare", () => compareOutput(target.root, built.files, { owned }));
  const files = [...difference.changed, ...difference.missing, ...difference.extra].sort();
  return { target: target.name, outcome: files.length > 0 ? "drift" : "current", operations: built.operations, files };
}

async function write(
  target: Target,
  owned: string[],
  built: Built,
  { force = false }: GenerateOptions,
  reporter: Reporter,
): Promise<GenerateResult> {
  const { swapOutput } = await import("../emit/output/swap-output.ts");
  const result = await reporter.stage("swap", () => swapOutput(target.root, built.files, { owned, force }));
  const files = [...result.written, ...result.removed].map((file) => path.posix.normalize(file)).sort();
  return {
    target: target.name,
    outcome: files.length > 0 ? "written" : "unchanged",
    operations: built.operations,
    files,
  };
}
