import pc from "picocolors";
import { duration } from "../../progress/duration.ts";
import type { PreviewStep } from "./preview-result.ts";

/** One line for a step of a preview that found nothing: `✔ types hold (160 ms)`; for one that did, what it is and how often. */
export function renderStep(step: PreviewStep, good: string, bad: string, { color }: { color: boolean }): string {
  const { dim, green, red } = pc.createColors(color);
  const time = dim(`(${duration(step.ms)})`);
  const count = step.problems.length;
  return count === 0 ? `${green("✔")} ${good} ${time}\n` : `${red("✘")} ${bad} ${time}\n`;
}
