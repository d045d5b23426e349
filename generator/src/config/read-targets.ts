import { pathToFileURL } from "node:url";
import type { SailkitConfig } from "./define-config.ts";
import { inRepository } from "./in-repository.ts";
import type { Target } from "./target.ts";
import { toTarget } from "./to-target.ts";

/**
 * The targets of `sailkit.config.ts`.
 * @param names those asked for; all where empty
 * @throws Error for a name that is not configured
 */
export async function readTargets(names: readonly string[]): Promise<Target[]> {
  const file = pathToFileURL(inRepository("sailkit.config.ts")).href;
  const { default: config } = (await import(file)) as { default: SailkitConfig };
  const known = Object.keys(config.apis);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`sailkit.config.ts has no API "${unknown.join('", "')}". It has: ${known.join(", ")}.`);
  }
  return Object.entries(config.apis)
    .filter(([name]) => names.length === 0 || names.includes(name))
    .map(([name, api]) => toTarget(inRepository(""), name, api));
}
