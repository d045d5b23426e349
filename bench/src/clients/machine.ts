import { cpus } from "node:os";
import { machineLoad } from "../speed/report/machine-load.ts";

/** When, on what and under what load, as a line below figures. */
export function machine(): string {
  const date = new Date().toISOString().slice(0, 10);
  return `${date}, Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), load ${machineLoad()} at the end.`;
}
