import type { BetaSdk } from "@sailkit/beta-sdk";

/** Clears the task that has been pending longest. */
export async function clearPending(sdk: BetaSdk): Promise<void> {
  console.log(`\nPending tasks: ${await sdk.tasks.pending.count()}`);
  const pending = await sdk.tasks.pending.list().toArray({ max: 250 });
  const [longest] = pending.sort((a, b) => Date.parse(a.created) - Date.parse(b.created));
  if (!longest) return;
  const cleared = await sdk.tasks.complete(longest.id, "TERMINATED");
  console.log(`Cleared ${cleared.uniqueName}, pending since ${longest.created}: ${cleared.completionStatus}`);
  console.log(`Pending tasks: ${await sdk.tasks.pending.count()}`);
}
