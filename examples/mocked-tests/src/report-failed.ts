import { type BetaSdk, isPermissionError } from "@sailkit/beta-sdk";

/** How many tasks failed, by type, as lines of text: the code that the tests are about. */
export async function reportFailed(sdk: BetaSdk): Promise<string> {
  const counts = new Map<string, number>();
  try {
    for await (const { type } of sdk.tasks.list({ filters: { completionStatus: "ERROR" } })) {
      counts.set(type, (counts.get(type) ?? 0) + 1);
    }
  } catch (error) {
    if (isPermissionError(error)) return "The token may not list tasks.";
    throw error;
  }
  if (counts.size === 0) return "No task failed.";
  return [...counts].map(([type, count]) => `${type}: ${count}`).join("\n");
}
