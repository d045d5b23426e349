import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

/** The versions of a spec under `history/` of the folder that `SAILKIT_SPECS` names, oldest first; empty where it is unset. */
export function findHistory(name: "task-management" | "full"): string[] {
  const specs = process.env.SAILKIT_SPECS;
  const folder = specs === undefined ? undefined : path.resolve(specs, "history", name);
  if (folder === undefined || !existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /\.json(?:\.gz)?$/.test(file))
    .sort()
    .map((file) => path.join(folder, file));
}
