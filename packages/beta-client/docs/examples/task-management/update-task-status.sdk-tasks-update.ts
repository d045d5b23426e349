import type { TaskStatus } from "@sailkit/beta-client";
import { BetaSdk, optionsFromEnv, patch } from "@sailkit/beta-sdk";

const sdk = new BetaSdk(optionsFromEnv());

const changes = patch<TaskStatus>().replace("/completionStatus", "ERROR").replace("/completed", new Date());
const task = await sdk.tasks.update("7d3f0c5e9a1b4286b1e5d0c8f4a29637", changes);
console.log(task.completionStatus);
