import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ApiConfig } from "../../config/define-config.ts";

/** A published package that a change of the spec releases. */
export interface ChangesetPackage {
  readonly name: string;
  readonly version: string;
  /** Path relative to the root of the repository, with `/`. */
  readonly folder: string;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The client of an API, and every published package beside it that depends on it, the client first. */
export function changesetPackages(
  root: string,
  api: ApiConfig,
): [client: ChangesetPackage, ...dependents: ChangesetPackage[]] {
  const client = published(root, api.package);
  if (!client) throw new Error(`${api.package}/package.json has no name, or is private: there is nothing to release.`);
  const beside = path.posix.dirname(api.package.replaceAll("\\", "/"));
  const others = readdirSync(path.join(root, beside))
    .sort()
    .map((folder) => path.posix.join(beside, folder))
    .filter((folder) => folder !== client.folder && manifest(root, folder)?.dependencies?.[client.name] !== undefined)
    .flatMap((folder) => published(root, folder) ?? []);
  return [client, ...others];
}

function published(root: string, folder: string): ChangesetPackage | undefined {
  const { name, version = "0.0.0", private: isPrivate } = manifest(root, folder) ?? {};
  return name === undefined || isPrivate ? undefined : { name, version, folder: folder.replaceAll("\\", "/") };
}

function manifest(root: string, folder: string): Manifest | undefined {
  const file = path.join(root, folder, "package.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Manifest) : undefined;
}
