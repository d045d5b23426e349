import { BetaSdk, optionsFromEnv } from "@sailkit/beta-sdk";

const sdk = new BetaSdk(optionsFromEnv());

for await (const task of sdk.tasks.pending.list()) {
  console.log(task.uniqueName, task.percentComplete);
}
