import path from "node:path";
import { rehearse } from "../src/rehearse/rehearse.ts";

const start = performance.now();
const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
try {
  await rehearse(path.resolve(import.meta.dirname, "../../.."), (text) => console.log(`✔ ${text} (${seconds()})`));
  console.log("The rehearsal went well. Nothing was published outside this machine.");
} catch (error) {
  console.error(`✘ ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
