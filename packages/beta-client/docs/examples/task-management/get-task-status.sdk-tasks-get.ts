import { BetaSdk, optionsFromEnv } from "@sailkit/beta-sdk";

const sdk = new BetaSdk(optionsFromEnv());

const task = await sdk.tasks.get("7d3f0c5e9a1b4286b1e5d0c8f4a29637");
console.log(task.uniqueName, task.completionStatus);
