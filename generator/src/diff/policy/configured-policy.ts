import { pathToFileURL } from "node:url";
import type { SailkitConfig } from "../../config/define-config.ts";
import { inRepository } from "../../config/in-repository.ts";
import type { DiffPolicy } from "./policy.ts";

/** The `diff` section of `sailkit.config.ts`; empty where there is none. */
export async function configuredPolicy(): Promise<DiffPolicy> {
  const file = pathToFileURL(inRepository("sailkit.config.ts")).href;
  const { default: config } = (await import(file)) as { default: SailkitConfig };
  return config.diff ?? {};
}
