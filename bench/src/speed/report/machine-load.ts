import { loadavg, platform } from "node:os";

/** How many processes want a core, averaged over the last minute; Windows does not tell. */
export function machineLoad(): string {
  return platform() === "win32" ? "unknown" : (loadavg()[0] ?? 0).toFixed(1);
}
