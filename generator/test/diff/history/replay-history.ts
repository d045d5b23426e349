import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { generateVersion, type Version } from "./generate-version.ts";
import { replayStep, type Step } from "./replay-step.ts";

/** Replays versions of a spec one after the other, each step with the packages that both versions give. */
export async function replayHistory(
  specs: readonly string[],
  onStep: (step: Step) => void = () => {},
): Promise<Step[]> {
  const root = mkdtempSync(path.join(tmpdir(), "sailkit-history-"));
  try {
    const steps: Step[] = [];
    let before: Version | undefined;
    for (const spec of specs) {
      const version = await generateVersion(spec, root);
      if (before) {
        const step = await replayStep(before, version);
        steps.push(step);
        onStep(step);
      }
      before = version;
    }
    return steps;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
