import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ApiConfig, SailkitConfig } from "../../config/define-config.ts";
import { sha256 } from "../../emit/lock/sha256.ts";
import { inRepository } from "../../pipeline/repository.ts";
import type { SpecDiff } from "../diff-specs.ts";
import type { DiffPolicy } from "../policy/policy.ts";
import type { SpecSide } from "../spec-side.ts";
import { canonicalText } from "../wire/schema/canonical-text.ts";
import { changesetPackages } from "./changeset-packages.ts";
import { packageBump } from "./package-bump.ts";
import { renderChangeset } from "./render-changeset.ts";
import { readSeal, seal } from "./seal.ts";

export interface ChangesetOptions {
  readonly policy: DiffPolicy;
  /** Name in `sailkit.config.ts` of the API that changed. Default: the only one. */
  readonly api?: string;
  /** Root of the repository, and its APIs. Default: this one. */
  readonly workspace?: { readonly root: string; readonly apis: Readonly<Record<string, ApiConfig>> };
}

/** What became of a changeset. */
export interface ChangesetOutcome {
  /** `kept`: a person has edited the file. `none`: nothing changed that a consumer could notice. */
  readonly outcome: "written" | "unchanged" | "kept" | "none";
  /** Path relative to the root, with `/`; undefined where there is none. */
  readonly file: string | undefined;
  /** One sentence for people. */
  readonly message: string;
}

/** Both specs and what changed between them. */
export interface ChangesetSource {
  readonly diff: SpecDiff;
  readonly old: SpecSide;
  readonly next: SpecSide;
}

/**
 * Writes a changeset for the packages of an API. The same changes give the same file; an older one of ours from the same
 * starting point is replaced; one that a person has edited is never touched.
 * @throws Error for an API that is not configured, or where none is named of several
 */
export async function writeChangeset(source: ChangesetSource, options: ChangesetOptions): Promise<ChangesetOutcome> {
  const { diff, old, next } = source;
  const { root, apis } = options.workspace ?? { root: inRepository(""), apis: await configuredApis() };
  const api = chosen(apis, options.api);
  if (diff.bump === "none") {
    return { outcome: "none", file: undefined, message: "No changeset: nothing changed that a consumer could notice." };
  }
  const packages = changesetPackages(root, api).map((one) => ({
    ...one,
    bump: packageBump(diff.bump, one.version, options.policy),
  }));
  const base = sha256(canonicalText(old.document)).slice(0, 16);
  const content = seal(renderChangeset({ diff, packages, next, docs: api.docs ?? true }), base);
  const key = JSON.stringify([
    packages.map(({ name }) => name),
    diff.changes.map(({ id, message, pointer }) => [id, message, pointer]),
  ]);
  const file = `.changeset/spec-${sha256(key).slice(0, 12)}.md`;
  const target = path.join(root, file);
  const before = existsSync(target) ? readFileSync(target, "utf8") : undefined;
  if (before === content) return { outcome: "unchanged", file, message: `${file} says so already.` };
  if (before !== undefined && !readSeal(before)?.isOurs) {
    return { outcome: "kept", file, message: `${file} was edited by hand and is kept.` };
  }
  mkdirSync(path.dirname(target), { recursive: true });
  removeReplaced(path.dirname(target), base, path.basename(target), packages[0]?.name ?? "");
  writeFileSync(target, content);
  const bumps = packages.map(({ name, bump }) => `${name} ${bump}`).join(", ");
  return { outcome: "written", file, message: `${file}: ${bumps}.` };
}

/** A changeset of ours from the same spec to an earlier draft of the new one would say things twice. */
function removeReplaced(folder: string, base: string, except: string, packageName: string): void {
  for (const name of readdirSync(folder)) {
    if (!/^spec-[0-9a-f]{12}\.md$/.test(name) || name === except) continue;
    const text = readFileSync(path.join(folder, name), "utf8");
    const sealed = readSeal(text);
    if (sealed?.isOurs && sealed.base === base && text.includes(`"${packageName}": `)) rmSync(path.join(folder, name));
  }
}

function chosen(apis: Readonly<Record<string, ApiConfig>>, name: string | undefined): ApiConfig {
  const names = Object.keys(apis);
  const wanted = name ?? (names.length === 1 ? names[0] : undefined);
  if (wanted === undefined) throw new Error(`Say which API changed with --api: ${names.join(", ")}.`);
  const api = Object.hasOwn(apis, wanted) ? apis[wanted] : undefined;
  if (!api) throw new Error(`sailkit.config.ts has no API "${wanted}". It has: ${names.join(", ")}.`);
  return api;
}

async function configuredApis(): Promise<SailkitConfig["apis"]> {
  const { default: config } = (await import(pathToFileURL(inRepository("sailkit.config.ts")).href)) as {
    default: SailkitConfig;
  };
  return config.apis;
}
