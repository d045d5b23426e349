import { templateFiles } from "../../pipeline/template-files.ts";
import { readTemplates } from "../../template/language/template-set.ts";
import { coveringSpecs } from "../../template/reach/covering-specs.ts";
import { type CoveredSection, sectionCoverage } from "../../template/reach/section-coverage.ts";
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
