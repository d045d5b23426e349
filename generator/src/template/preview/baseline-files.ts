import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inRepository } from "../../config/in-repository.ts";
import { GENERATED, type Target } from "../../config/target.ts";
import type { TemplateFile } from "../../java/template-file.ts";
import { readTemplates, templateSet } from "../language/template-set.ts";
import type { TemplateData } from "../read-template-data.ts";
import { committedFiles } from "./committed-files.ts";
import { outputRenderer } from "./output-renderer.ts";

/** What openapi-typescript makes, not a template. */
const TYPES = `${GENERATED}/schema.ts`;

/** What the last commit says the output is: the generated files of an API of ours, from the working tree where there is no git. */
export async function committedOutput({ root }: Target): Promise<ReadonlyMap<string, string>> {
  const below = path.relative(inRepository(""), root).replaceAll("\\", "/");
  const committed = await committedFiles([`${below}/${GENERATED}`, `${below}/docs`]);
  const files = committed
    ? [...committed].map(([file, text]) => [file.slice(below.length + 1), text] as const)
    : [GENERATED, "docs"].flatMap((folder) => filesBelow(root, folder));
  return new Map(files.filter(([file]) => file !== TYPES));
}

/** What the templates of the last commit make of any data; those of the working tree where there is no git. */
export async function outputOfCommittedTemplates(
  data: TemplateData,
  entries: readonly TemplateFile[],
): Promise<ReadonlyMap<string, string>> {
  const committed = await committedFiles(["templates"]);
  const texts = [...(committed ?? [])]
    .filter(([file]) => file.endsWith(".mustache"))
    .map(([file, text]) => [file.slice("templates/".length), text] as const);
  const set = committed ? templateSet(new Map(texts)) : readTemplates([inRepository("templates")]);
  const known = entries.filter(({ template }) => set.has(template));
  const renderer = outputRenderer(data, known);
  renderer.render(set);
  return renderer.finish();
}

function filesBelow(root: string, folder: string): (readonly [string, string])[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(root, file).replaceAll("\\", "/"), readFileSync(file, "utf8")] as const;
    });
}
