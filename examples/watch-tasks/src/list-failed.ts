import type { BetaSdk } from "@sailkit/beta-sdk";

/** Prints the latest tasks that failed, and how many there are in all. */
export async function listFailed(sdk: BetaSdk): Promise<void> {
  const failed = sdk.tasks.list({
    filters: { completionStatus: { in: ["ERROR", "TEMPERROR"] } },
    sorters: ["-created"],
    limit: 5,
    count: true,
  });
  const page = await failed.page();
  console.log(`\nThe latest of ${page.total ?? "an unknown number of"} failed tasks:`);
  console.table(
    page.items.map(({ uniqueName, type, completionStatus, completed }) => ({
      task: uniqueName,
      type,
      status: completionStatus,
      completed,
    })),
  );
}
