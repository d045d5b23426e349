import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMissing } from "./is-missing.ts";
import { OutputError } from "./output-error.ts";
import type { PlannedUnit } from "./plan-swap.ts";

/**
 * Refuses to replace what sailkit did not write: an owned path is ours when the lock file beside it records a file
 * there, when it is the lock file itself, or when nothing in it would be lost.
 *
 * @throws {OutputError} with code `not-ours`, naming the paths.
 */
export function assertOurs(root: string, lockFile: string, units: readonly PlannedUnit[]): void {
  const recorded = recordedPaths(join(root, lockFile));
  if (recorded === "unreadable") return;
  const foreign = units.filter(
    ({ to, difference }) =>
      to !== lockFile &&
      difference.changed.length + difference.extra.length > 0 &&
      !recorded.some((path) => path === to || path.startsWith(`${to}/`)),
  );
  if (foreign.length === 0) return;
  const names = foreign.map(({ to }) => to).join(", ");
  throw new OutputError(
    "not-ours",
    `${root} already holds ${names}, which sailkit did not write: ${lockFile} records nothing there. Nothing was written. Choose another folder, move these away, or pass --force to replace them.`,
  );
}

/** Paths of a lock file's `output`. A lock that a merge left unreadable still shows that the folder is ours. */
function recordedPaths(lock: string): readonly string[] | "unreadable" {
  try {
    const { output } = JSON.parse(readFileSync(lock, "utf8"));
    return Object.keys(output);
  } catch (error) {
    return isMissing(error) ? [] : "unreadable";
  }
}
