import path from "node:path";
import type { SpecDiff } from "../diff/diff-specs.ts";
import type { DiffPolicy } from "../diff/policy/policy.ts";
import type { SpecSide } from "../diff/spec-side.ts";
import type { Reporter } from "../progress/create-reporter.ts";

export interface DiffOptions {
  /** An OpenAPI Overlay that is applied to both specs. */
  readonly overlay?: string | undefined;
  /** Folders and URLs that `$ref`s may reach beside the folder of each spec. Default none. */
  readonly allowRefs?: readonly string[];
  /** Default: that of the vendor. */
  readonly policy?: DiffPolicy;
}

/** What changed, and between what. */
export interface DiffResult {
  readonly diff: SpecDiff;
  readonly old: SpecSide;
  readonly next: SpecSide;
}

/**
 * Compares two specs: files, JSON or YAML, gzip or not.
 * @throws {SpecRefusal} where a client could not be generated from one of them
 */
export async function diff(
  old: string,
  next: string,
  options: DiffOptions,
  reporter: Pick<Reporter, "stage" | "warn">,
): Promise<DiffResult> {
  const [{ readSide }, { diffSpecs }] = await Promise.all([
    import("../diff/read-side.ts"),
    import("../diff/diff-specs.ts"),
  ]);
  const read = (file: string) =>
    readSide({ spec: path.resolve(file), overlay: options.overlay, allowRefs: options.allowRefs ?? [] }, reporter);
  const before = await read(old);
  const after = await read(next);
  const compared = await reporter.stage("compare", () => diffSpecs(before, after, options.policy));
  return { diff: compared, old: before, next: after };
}
