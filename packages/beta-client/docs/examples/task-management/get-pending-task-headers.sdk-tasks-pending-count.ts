import { BetaSdk, optionsFromEnv } from "@sailkit/beta-sdk";

const sdk = new BetaSdk(optionsFromEnv());

console.log(await sdk.tasks.pending.count());
