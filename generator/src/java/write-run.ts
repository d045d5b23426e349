import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { planOutput } from "./plan-output.ts";
import type { TemplateFile } from "./template-file.ts";

/** Where the templates of a run lie, in its folder. */
export const RUN_TEMPLATES = "templates";

/**
 * Writes what the tool reads beside the skeleton: its configuration, and the templates, each with an entry that puts the
 * `x-sailkit-*` extensions of the skeleton's root into scope. The tool keeps them in different places for different types of
 * template, and neither is the top. Synchronous: some forty small files, a quarter of the time, and the JVM waits for it.
 *
 * @param folder an existing folder
 * @param templates the folders of the templates; what a later one has takes the place of the same name in an earlier one
 * @param files the templates to render
 */
export function writeRun(folder: string, templates: readonly string[], files: readonly TemplateFile[]): void {
  const target = path.join(folder, RUN_TEMPLATES);
  for (const layer of templates) {
    cpSync(layer, target, { recursive: true, filter: (file) => path.basename(file) !== "node_modules" });
  }
  const entries = files.map((file, index) => ({ ...file, template: entryOf(index) }));
  const { config, supporting } = planOutput(entries, new Map());
  const settings = {
    files: config,
    // "apis" also fills the operations that supporting templates see. A property that is present but empty means all.
    globalProperties: { apis: "", supportingFiles: supporting.join(","), apiDocs: "false", apiTests: "false" },
  };
  mkdirSync(path.join(target, "sailkit-entry"), { recursive: true });
  writeFileSync(path.join(folder, "config.json"), JSON.stringify(settings));
  for (const [index, file] of files.entries()) writeFileSync(path.join(target, entryOf(index)), entry(file));
}

/** The entry of the template that stands at an index of the files of a run, in the folder of its templates. */
export function entryOf(index: number): string {
  return `sailkit-entry/${index}.mustache`;
}

function entry({ template, type }: TemplateFile): string {
  const root = type === "api" ? "vendorExtensions" : "openAPI.extensions";
  return `{{#${root}}}\n{{> ${template.replace(/\.mustache$/, "")}}}\n{{/${root}}}\n`;
}
