import { readFileSync } from "node:fs";
import path from "node:path";
import type { Target } from "../config/target.ts";
import { buildDocs, type DocsContext } from "../emit/docs/build-docs.ts";
import { embedExamples } from "../emit/docs/embed-examples.ts";
import { readSdkDocs } from "../emit/docs/read-sdk-docs.ts";
import { splitDocs } from "../emit/docs/split-docs.ts";
import { kebabCase } from "../naming/identifier.ts";
import { packageName } from "../naming/package-name.ts";
import type { PreparedSpec } from "../spec/transforms/prepare-spec.ts";

/** What a run that makes docs does more than one that does not, beside rendering more templates. */
export interface DocsStage {
  /** What the templates print, for the skeleton. */
  readonly context: DocsContext;
  /** To be applied to what was rendered. */
  readonly split: (rendered: ReadonlyMap<string, string>) => Map<string, string>;
  /** To be applied to what was formatted. */
  readonly embed: (formatted: ReadonlyMap<string, string>) => Map<string, string>;
}

/** Decides what the reference pages of a target print. Imported only where docs are asked for. */
export async function docsStage(target: Target, prepared: PreparedSpec): Promise<DocsStage> {
  const settings = {
    api: kebabCase(target.name.replace(/\.(?:json|ya?ml)(?:\.gz)?$/i, ""), "api"),
    source: path.basename(target.spec),
    command: target.command,
    package: importedName(target, prepared),
    sdk: target.sdk === undefined ? undefined : await readSdkDocs(target.sdk),
  };
  return { context: buildDocs(prepared, settings), split: splitDocs, embed: embedExamples };
}

/** The name that programs import: of the package that is there, or that is going to be written. */
function importedName(target: Target, prepared: PreparedSpec): string {
  if (target.extent === "package") return packageName(prepared.client.title);
  const manifest = JSON.parse(readFileSync(path.join(target.root, "package.json"), "utf8")) as { name: string };
  return manifest.name;
}
