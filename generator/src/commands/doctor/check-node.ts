import type { DoctorCheck } from "./doctor-check.ts";

/** Runs TypeScript files without a flag from here on. */
const OLDEST = { major: 22, minor: 18 };

/**
 * Judges the running Node.
 *
 * @param version without a leading "v"
 * @param pinned the version that root scripts run on
 */
export function checkNode(version: string, pinned: string | undefined): DoctorCheck {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const ok = major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor);
  const fix = "Start it through `pnpm sailkit`, which runs on the pinned Node from node_modules.";
  if (!ok) {
    return { id: "node", ok, detail: `Node ${version} is older than ${OLDEST.major}.${OLDEST.minor}.`, fix };
  }
  if (pinned === undefined || pinned === version) return { id: "node", ok, detail: `Node ${version}` };
  return { id: "node", ok, detail: `Node ${version}, while ${pinned} is pinned`, fix };
}
