import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LOCK_FILE, type Lock } from "./lock.ts";

/**
 * Reads the lock file of an output folder.
 *
 * @returns `undefined` when there is none, or none that this version understands: then everything is generated anew.
 */
export function readLock(root: string): Lock | undefined {
  try {
    const lock: unknown = JSON.parse(readFileSync(join(root, LOCK_FILE), "utf8"));
    return isLock(lock) ? lock : undefined;
  } catch {
    return undefined;
  }
}

function isLock(value: unknown): value is Lock {
  if (!isRecord(value) || value.version !== 1 || typeof value.operations !== "number") return false;
  const { inputs, tools, jar, output, modules = {} } = value;
  return [inputs, tools, jar].every(isRecord) && [output, modules].every((map) => isRecord(map) && areStrings(map));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function areStrings(record: Record<string, unknown>): boolean {
  return Object.values(record).every((value) => typeof value === "string");
}
