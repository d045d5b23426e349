import { readFile } from "node:fs/promises";
import type { DiffPolicy } from "./policy.ts";

const MEMBERS = ["levels", "majorIsMinorBelowOne", "scopes"];

/**
 * Reads a policy from a JSON file.
 * @throws Error that names the file, for one that cannot be read or has members no policy has
 */
export async function readPolicy(file: string): Promise<DiffPolicy> {
  let policy: unknown;
  try {
    policy = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    throw new Error(
      `The diff policy ${file} cannot be read: ${(error as Error).message}. Name a JSON file by --policy, or mend this one.`,
    );
  }
  if (typeof policy !== "object" || policy === null || Array.isArray(policy)) {
    throw new Error(`The diff policy ${file} is no JSON object. It looks like { "levels": { "rule-id": "minor" } }.`);
  }
  const strange = Object.keys(policy).filter((member) => !MEMBERS.includes(member));
  if (strange.length > 0) {
    throw new Error(`The diff policy ${file} has "${strange.join('", "')}". It may have: ${MEMBERS.join(", ")}.`);
  }
  return policy;
}
