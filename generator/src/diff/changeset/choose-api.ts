import { pathToFileURL } from "node:url";
import type { ApiConfig, SailkitConfig } from "../../config/define-config.ts";
import { inRepository } from "../../config/in-repository.ts";

/**
 * The API that changed.
 * @param apis default: those of `sailkit.config.ts`
 * @throws Error for one that is not configured, or where none is named of several
 */
export async function chooseApi(
  name: string | undefined,
  apis?: Readonly<Record<string, ApiConfig>>,
): Promise<ApiConfig> {
  const known = apis ?? (await configured()).apis;
  const names = Object.keys(known);
  const wanted = name ?? (names.length === 1 ? names[0] : undefined);
  if (wanted === undefined) throw new Error(`Say which API changed with --api: ${names.join(", ")}.`);
  const api = Object.hasOwn(known, wanted) ? known[wanted] : undefined;
  if (!api) throw new Error(`sailkit.config.ts has no API "${wanted}". It has: ${names.join(", ")}.`);
  return api;
}

async function configured(): Promise<SailkitConfig> {
  const file = pathToFileURL(inRepository("sailkit.config.ts")).href;
  return ((await import(file)) as { default: SailkitConfig }).default;
}
