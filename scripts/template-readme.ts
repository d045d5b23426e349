import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { inRepository } from "../generator/src/config/in-repository.ts";
import { readTargets } from "../generator/src/config/read-targets.ts";
import { templateFiles } from "../generator/src/pipeline/template-files.ts";
import { readTemplates } from "../generator/src/template/language/template-set.ts";
import { listVariables } from "../generator/src/template/list-variables.ts";
import { readSkeleton } from "../generator/src/template/read-skeleton.ts";
import { renderVariables } from "../generator/src/template/render-variables.ts";
import { variableUsers } from "../generator/src/template/variables/variable-users.ts";

/**
 * The README of the templates as it should be: with every variable that a fixture gives a value. Our own spec is none of them,
 * so that the README stays as it is when that changes.
 */
export async function templateReadme(): Promise<{ file: string; text: string }> {
  const [own] = await readTargets([]);
  if (!own) throw new Error("sailkit.config.ts lists no API: add one to `apis`.");
  const features = globSync("*.yaml", { cwd: inRepository("generator/test/fixtures/features") }).sort();
  const fixtures = features.map((name) => inRepository(path.posix.join("generator/test/fixtures/features", name)));
  const sdk = inRepository("generator/test/fixtures/sdk.yaml");
  const targets = fixtures.map((spec) => ({ ...own, spec, sdk, overlay: undefined }));
  const skeletons = await Promise.all(targets.map(readSkeleton));
  const file = inRepository("templates/README.md");
  const variables = listVariables(skeletons);
  const users = variableUsers(readTemplates([inRepository("templates")]), templateFiles({ docs: true }), variables);
  return { file, text: renderVariables(readFileSync(file, "utf8"), variables, users) };
}
