import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { repository } from "../repository.ts";

const TEMPLATE = "client/operation.mustache";

/**
 * A folder of templates, layered over ours with `--templates`, whose one template alternates between two versions.
 * @returns the folder, and what writes the version it does not hold
 */
export function templateVersions(folder: string): { folder: string; change(): void } {
  const file = path.join(folder, TEMPLATE);
  const text = readFileSync(path.join(repository, "templates", TEMPLATE), "utf8");
  let version = 0;
  const change = () => {
    version = 1 - version;
    writeFileSync(file, `${text}// Version ${version}.\n`);
  };
  mkdirSync(path.dirname(file), { recursive: true });
  change();
  return { folder, change };
}
