import { BetaSdk, optionsFromEnv } from "@sailkit/beta-sdk";

const sdk = new BetaSdk(optionsFromEnv());

const failed = sdk.tasks.list({
  filters: { completionStatus: { in: ["ERROR", "TEMPERROR"] } },
  sorters: ["-created"],
});
for await (const task of failed) {
  console.log(task.uniqueName, task.created);
}
