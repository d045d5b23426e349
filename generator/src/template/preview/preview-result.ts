import type { FileDifference } from "./file-difference.ts";
import type { PreviewProblem } from "./preview-problem.ts";

/** What a change of the templates does. */
export interface PreviewResult {
  /** Counted from 1. */
  readonly round: number;
  /** Templates that changed since the round before; empty for the first. */
  readonly changed: readonly string[];
  /** Entries that were rendered. */
  readonly entries: readonly string[];
  /** Against what is committed; those of the round before where nothing could be rendered. */
  readonly differences: readonly FileDifference[];
  /** Found by the time the differences are known: faults of templates, of their layout, of the rules. */
  readonly problems: readonly PreviewProblem[];
  /** Milliseconds from the change to the differences. */
  readonly ms: number;
  /** What the compiler says, and the check of syntax trees; undefined where a later round took its place. */
  readonly types: Promise<PreviewStep | undefined>;
  /** What openapi-generator says: that it prints the same, or what it prints instead. */
  readonly tool: Promise<PreviewStep | undefined>;
}

/** What a slower step found, and when. */
export interface PreviewStep {
  readonly problems: readonly PreviewProblem[];
  /** Milliseconds from the change. */
  readonly ms: number;
}
