import { diffSpecs, type SpecDiff } from "../../../src/diff/diff-specs.ts";
import { configuredPolicy } from "../../../src/diff/policy/configured-policy.ts";
import type { SpecSide } from "../../../src/diff/spec-side.ts";
import { type CompileError, compileConsumer } from "./compile-consumer.ts";
import type { Version } from "./generate-version.ts";
import { writeConsumer } from "./write-consumer.ts";

/** A step of history: what the diff says of it, and what the compiler says of a consumer of the old version. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly old: SpecSide;
  readonly diff: SpecDiff;
  /** Statements of the consumer. */
  readonly statements: number;
  /** What of the consumer no longer compiles, and what it is about: id of an operation, `schema:Key`, or `export`. */
  readonly broken: readonly (CompileError & { readonly owner: string; readonly text: string })[];
}

/** Compares two versions, and compiles a program written for the old one against the new one. */
export async function replayStep(old: Version, next: Version): Promise<Step> {
  const diff = await diffSpecs(old.side, next.side, await configuredPolicy());
  const { lines, owners } = writeConsumer(old.side);
  const kept = await withoutSlips(old.folder, lines);
  const errors = await compileConsumer(next.folder, kept);
  const broken = errors.map((error) => ({
    ...error,
    owner: owners[error.line] ?? "",
    text: kept[error.line] ?? "",
  }));
  return {
    from: old.name,
    to: next.name,
    old: old.side,
    diff,
    statements: kept.filter((line) => line !== "").length,
    broken,
  };
}

/** The program without statements that the old package does not take either: they are slips of the writer, not news. */
async function withoutSlips(folder: string, lines: readonly string[]): Promise<string[]> {
  const kept = [...lines];
  for (let round = 0; round < 5; round += 1) {
    const errors = await compileConsumer(folder, kept);
    if (errors.length === 0) return kept;
    for (const { line } of errors) kept[line] = "";
  }
  throw new Error(`No program for ${folder} compiles against its own package.`);
}
