import type { BetaSdk } from "@sailkit/beta-sdk";

/** Prints the progress of a task until it has ended. */
export async function watchTask(sdk: BetaSdk, id: string): Promise<void> {
  console.log("\nWatching a task to its end:");
  const done = await sdk.tasks.waitFor(id, {
    timeout: 60_000,
    onProgress: ({ percentComplete, progress }) =>
      console.log(`  ${String(percentComplete).padStart(3)} %  ${progress ?? ""}`),
  });
  console.log(`  ${done.uniqueName}: ${done.completionStatus}`);
}
