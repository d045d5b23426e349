import { templateFiles } from "../../pipeline/template-files.ts";
import { coveringSpecs } from "../../template/coverage/covering-specs.ts";
import { type CoveredSection, sectionCoverage } from "../../template/coverage/section-coverage.ts";
import { readTemplates } from "../../template/language/template-set.ts";
import { templateFolders } from "../../template/template-folders.ts";

/** Tells of every section of every template which specs of ours reach it. */
export async function coverage({
  layers = [],
}: {
  readonly layers?: readonly string[];
} = {}): Promise<CoveredSection[]> {
  const set = readTemplates(templateFolders(layers));
  return sectionCoverage(set, templateFiles({ docs: true }), await coveringSpecs());
}
