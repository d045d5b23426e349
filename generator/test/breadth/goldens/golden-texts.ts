import { readFileSync } from "node:fs";
import path from "node:path";
import { inRepository } from "../../../src/config/in-repository.ts";
import { prepareRuntime } from "../../../src/java/prepare-runtime.ts";
import { templateFiles } from "../../../src/pipeline/template-files.ts";
import { benchTarget } from "../../../src/template/bench-target.ts";
import { readTemplates } from "../../../src/template/language/template-set.ts";
import { outputRenderer } from "../../../src/template/preview/output-renderer.ts";
import { readTemplateData } from "../../../src/template/read-template-data.ts";
import { buildTogether } from "../build-together.ts";
import { GOLDEN_DOCS, GOLDEN_FIXTURES } from "./golden-fixtures.ts";

/** The goldens as they should be, by name: spec and what it gives in one readable Markdown text each. */
export async function goldenTexts(): Promise<Map<string, string>> {
  const built = await buildTogether(GOLDEN_FIXTURES.map(specFile), prepareRuntime());
  const code = [...built].map(([file, { files }]) => golden(path.basename(file, ".yaml"), [...files]));
  const docs = await Promise.all(
    Object.entries(GOLDEN_DOCS).map(async ([name, below]) =>
      golden(`docs/${name}`, await pages(specFile(name), below)),
    ),
  );
  return new Map([...code, ...docs]);
}

function specFile(name: string): string {
  return inRepository(`generator/test/fixtures/features/${name}.yaml`);
}

function golden(name: string, files: readonly (readonly [place: string, text: string])[]): [string, string] {
  const blocks = files
    .filter(([place]) => place.endsWith(".ts") || name.startsWith("docs/"))
    .map(([place, text]) => fenced(place, path.extname(place).slice(1), text));
  const spec = readFileSync(specFile(path.basename(name)), "utf8");
  return [name, `# ${name}\n\n${[fenced("spec", "yaml", spec), ...blocks].join("\n")}`];
}

/** The reference pages of a spec; what renders them prints what openapi-generator prints, as another test holds. */
async function pages(spec: string, below: string): Promise<(readonly [string, string])[]> {
  const target = await benchTarget({ spec });
  const renderer = outputRenderer(await readTemplateData(target), templateFiles(target));
  renderer.render(readTemplates([inRepository("templates")]));
  return [...(await renderer.finish())].filter(([place]) => place.startsWith(below)).sort();
}

function fenced(title: string, language: string, text: string): string {
  // Prose of a spec may hold fences of its own.
  return `## ${title}\n\n~~~~${language}\n${text.trimEnd()}\n~~~~\n`;
}
