import type { PackedProject } from "../packed/install-packed.ts";
import { cases } from "../suite/cases.ts";
import type { Outcome } from "../suite/outcome.ts";
import { type OpenTenants, openTenants } from "./open-tenants.ts";
import type { Runtime } from "./runtime.ts";

/** What became of the suite in one runtime. */
export interface RuntimeReport {
  readonly runtime: string;
  /** Exact version; undefined where it did not run. */
  readonly version?: string;
  /** Empty where it did not run. */
  readonly outcomes: readonly Outcome[];
  /** Why it did not run. */
  readonly skipped?: string;
  readonly ms: number;
}

/** Runs the suite in a runtime, then asks the tenants whether they have seen what they should. */
export async function runRuntime(runtime: Runtime, project: PackedProject): Promise<RuntimeReport> {
  const skipped = runtime.missing?.();
  if (skipped !== undefined) return { runtime: runtime.name, outcomes: [], skipped, ms: 0 };
  const open = await openTenants(runtime.page);
  const start = performance.now();
  try {
    const { outcomes, version } = await runtime.run({ origins: open.origins, page: runtime.page }, project);
    const ms = performance.now() - start;
    return {
      runtime: runtime.name,
      version,
      ms,
      outcomes: outcomes.map((outcome, index) => confirm(outcome, index, open)),
    };
  } finally {
    await open.close();
  }
}

function confirm(outcome: Outcome, index: number, { tenants }: OpenTenants): Outcome {
  if (outcome.failure !== undefined) return outcome;
  try {
    cases[index]?.seen?.(tenants[index]?.requests ?? []);
    return outcome;
  } catch (error) {
    return { ...outcome, failure: `The tenant saw something else: ${(error as Error).message}` };
  }
}
