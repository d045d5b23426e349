import path from "node:path";
import { inRepository } from "../../config/in-repository.ts";
import { hashFile } from "../../java/hash-file.ts";
import { pinnedJar } from "../../java/pinned-jar.ts";
import { readTemplates } from "../../template/language/template-set.ts";
import { type FileDifference, fileDifferences } from "../../template/preview/file-difference.ts";
import { compareModels, type ModelChange } from "../../template/upstream/compare-models.ts";
import { dataModel } from "../../template/upstream/data-model.ts";
import { obtainJar, type ReadableJar } from "../../template/upstream/obtain-jar.ts";
import { openZip } from "../../template/upstream/open-zip.ts";
import { stockTemplates } from "../../template/upstream/stock-templates.ts";
import { missingNames, type ToolName, toolNames } from "../../template/upstream/tool-names.ts";

export interface UpstreamOptions {
  /** Release to compare with; the newest where left out. */
  readonly to?: string | undefined;
  /** A jar to compare with instead. */
  readonly jar?: string | undefined;
  /** Release to start from; the pinned one where left out. */
  readonly from?: string | undefined;
  /** Whose stock templates to compare. Default `typescript-axios`, the generator that ours run on. */
  readonly generator?: string;
  /** Run the other jar on our templates: nobody vouches for it but its publisher. Default false. */
  readonly render?: boolean;
}

/** What another version of the tool changes. */
export interface UpstreamReport {
  readonly from: ReadableJar;
  readonly to: ReadableJar;
  readonly generator: string;
  readonly model: readonly ModelChange[];
  readonly stock: readonly FileDifference[];
  /** Names of the tool that our templates rely on. */
  readonly relied: readonly string[];
  /** Of these, what the other version does not have. */
  readonly missing: readonly ToolName[];
  /** How what our templates print differs; undefined where it was not asked for. */
  readonly output: readonly FileDifference[] | undefined;
}

/**
 * Compares two versions of openapi-generator: what templates can read, the stock templates, and what it means for ours.
 * @throws JarError where one cannot be had
 */
export async function upstream(options: UpstreamOptions): Promise<UpstreamReport> {
  const { generator = "typescript-axios", render = false } = options;
  const from = await obtainJar(options.from ?? pinnedJar.version);
  const to = options.jar === undefined ? await obtainJar(options.to) : await named(options.jar);
  const [old, now] = [openZip(from.file), openZip(to.file)];
  try {
    const set = readTemplates([inRepository("templates")]);
    const [before, after] = [dataModel(old), dataModel(now)];
    return {
      from,
      to,
      generator,
      model: compareModels(before, after),
      stock: fileDifferences(stockTemplates(old, generator), stockTemplates(now, generator)),
      relied: [...new Set(toolNames(set).map(({ name }) => name))],
      missing: missingNames(set, after),
      output: render ? await (await import("../../template/upstream/output-of-jar.ts")).outputOfJar(to) : undefined,
    };
  } finally {
    old.close();
    now.close();
  }
}

async function named(jar: string): Promise<ReadableJar> {
  const file = path.resolve(jar);
  const sha256 = await hashFile(file);
  if (sha256 === undefined)
    throw new Error(`There is no jar ${file}. Name one of openapi-generator by --jar, or a version by --to.`);
  return { file, version: path.basename(file, ".jar"), sha256 };
}
