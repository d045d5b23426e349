import { BetaSdk, optionsFromEnv } from "@sailkit/beta-sdk";

const sdk = new BetaSdk(optionsFromEnv());

const done = await sdk.tasks.waitFor("7d3f0c5e9a1b4286b1e5d0c8f4a29637", {
  onProgress: (task) => console.log(`${task.percentComplete} %`),
});
console.log(done.completionStatus);
