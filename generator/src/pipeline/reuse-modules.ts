import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { inRepository } from "../config/in-repository.ts";
import { GENERATED, SCHEMA_FILE, type Target } from "../config/target.ts";
import { CLIENT_FILES } from "../emit/client-files.ts";
import type { Lock, LockFingerprint } from "../emit/lock/lock.ts";
import { sha256 } from "../emit/lock/sha256.ts";
import { schemasBlock } from "../emit/types/schemas-block.ts";
import type { Json, JsonObject } from "../spec/json.ts";
import { ALIASES_KEY } from "../spec/transforms/prepare-types.ts";

/** What an earlier run left in the folder of a target, and what this one is made with. */
export interface EarlierRun {
  readonly lock: Lock;
  readonly current: LockFingerprint;
}

/** What of a skeleton is still to be rendered, and what lies in the target already. */
export interface ReusedModules {
  /** The skeleton without the operations of reused modules. */
  readonly skeleton: JsonObject;
  /** Text by path, laid out and checked when it was written. */
  readonly files: ReadonlyMap<string, string>;
  /** The component schemas as they stand in the types, where no schema has changed. */
  readonly schemas: string | undefined;
  /** SHA-256 of what each module is rendered from, by path: for the lock. */
  readonly modules: Readonly<Record<string, string>>;
}

/**
 * Takes over the modules of an earlier run whose operations are the same and whose file has its recorded bytes: when one
 * operation of hundreds changes, the tool renders one module, and the others need neither layout nor check. The same goes for
 * the component schemas in the types. Nothing is taken over after a change of templates or tools, nor for reference pages,
 * which embed what others render.
 *
 * @param types the prepared spec that types are printed from
 * @param earlier undefined to render everything
 */
export function reuseModules(
  target: Target,
  skeleton: JsonObject,
  types: JsonObject,
  earlier: EarlierRun | undefined,
): ReusedModules {
  const modules: Record<string, string> = {};
  const files = new Map<string, string>();
  if (target.docs || target.templates?.length) return { skeleton, files, schemas: undefined, modules };
  const { shared, isWhole } = scopeOfModules(skeleton);
  const usable = earlier && !isWhole && isSameGenerator(earlier) ? earlier.lock : undefined;
  const known = (file: string, hash: string) => {
    modules[file] = hash;
    return usable?.modules?.[file] === hash ? recordedText(target.root, file, usable) : undefined;
  };
  const typeText = known(SCHEMA_FILE, sha256(JSON.stringify([types.components, types[ALIASES_KEY]])));
  const rest: JsonObject = {};
  for (const [tag, operations] of groupByTag(skeleton)) {
    const file = `${GENERATED}/operations/${tag}.ts`;
    // The name in the skeleton counts operations, and is not printed.
    const sources = operations.map(([, { operationId: _, ...operation }]) => operation);
    const text = known(file, sha256(shared + JSON.stringify(sources)));
    if (text === undefined) for (const [key, operation] of operations) rest[key] = { get: operation };
    else files.set(file, text);
  }
  const schemas = typeText === undefined ? undefined : schemasBlock(typeText);
  return { skeleton: { ...skeleton, paths: rest }, files, schemas, modules };
}

/**
 * What modules see beside their own operations: each extension of the root that a template names which is not a file of its
 * own. `isWhole` where a template asks the tool for all operations, which it then has to get.
 */
function scopeOfModules(skeleton: JsonObject): { shared: string; isWhole: boolean } {
  const folder = inRepository("templates/client");
  const files = new Set(CLIENT_FILES.filter(({ type }) => type === "supporting").map(({ template }) => template));
  const names = readdirSync(folder);
  const textOf = (name: string) => readFileSync(path.join(folder, name), "utf8");
  const partials = names.filter((name) => !files.has(`client/${name}`)).map(textOf);
  const seen = Object.keys(skeleton).filter(
    (key) => key.startsWith("x-") && partials.some((text) => text.includes(key)),
  );
  return {
    shared: JSON.stringify(seen.map((key) => [key, skeleton[key]])),
    isWhole: names.some((name) => textOf(name).includes("apiInfo")),
  };
}

function isSameGenerator({ lock, current }: EarlierRun): boolean {
  const facts = ({ inputs: { templates, generator, settings }, tools, jar }: LockFingerprint) =>
    [templates, generator, settings, tools, jar] as const;
  return isDeepStrictEqual(facts(lock), facts(current));
}

function groupByTag(skeleton: JsonObject): Map<string, [string, JsonObject][]> {
  const groups = new Map<string, [string, JsonObject][]>();
  for (const [key, item] of Object.entries(skeleton.paths as Record<string, { get: JsonObject }>)) {
    const [tag] = item.get.tags as Json[];
    const group = groups.get(String(tag));
    if (group) group.push([key, item.get]);
    else groups.set(String(tag), [[key, item.get]]);
  }
  return groups;
}

function recordedText(root: string, file: string, { output }: Lock): string | undefined {
  try {
    const text = readFileSync(path.join(root, file), "utf8");
    return sha256(text) === output[file] ? text : undefined;
  } catch {
    return undefined;
  }
}
