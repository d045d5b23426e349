import { mkdirSync, writeFileSync } from "node:fs";
import { inRepository } from "../../src/config/in-repository.ts";
import { reportRules } from "../../src/diff/report/report-rules.ts";
import { findHistory } from "./history/find-history.ts";
import { judgeStep } from "./history/judge-step.ts";
import { renderHistory } from "./history/render-history.ts";
import { replayHistory } from "./history/replay-history.ts";
import type { Step } from "./history/replay-step.ts";

// Writes docs/diff-rules.md and, where SAILKIT_SPECS names a folder of specs, docs/history.md.

mkdirSync(inRepository("docs"), { recursive: true });
writeFileSync(inRepository("docs/diff-rules.md"), reportRules());
console.log("docs/diff-rules.md");

const say = (step: Step) => {
  const disagreements = judgeStep(step);
  console.log(`${step.from} → ${step.to}: ${step.diff.bump}, ${step.broken.length} lines broken`);
  for (const text of disagreements) console.error(`  ✘ ${text}`);
  if (disagreements.length > 0) process.exitCode = 1;
};
const taskManagement = await replayHistory(findHistory("task-management"), say);
const full = await replayHistory(findHistory("full"), say);
if (taskManagement.length === 0)
  console.log("docs/history.md is left as it is: SAILKIT_SPECS names no folder with a history.");
else {
  writeFileSync(
    inRepository("docs/history.md"),
    renderHistory({ "TaskManagement, 2023 to 2026": taskManagement, "The whole beta API, 2025 to 2026": full }),
  );
  console.log("docs/history.md");
}
