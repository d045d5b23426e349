import type { PackedProject } from "../packed/install-packed.ts";
import type { Job } from "../suite/job.ts";
import type { Outcome } from "../suite/outcome.ts";

/** A place that the packages are promised to run in. */
export interface Runtime {
  /** As the table names it: `Node 22`. */
  readonly name: string;
  readonly page: boolean;
  /** What is missing here, and how to get it; undefined where nothing is. */
  missing?(): string | undefined;
  /** Runs the suite in it. @returns what became of the cases, and the exact version that ran them */
  run(job: Job, project: PackedProject): Promise<{ readonly outcomes: readonly Outcome[]; readonly version: string }>;
}
