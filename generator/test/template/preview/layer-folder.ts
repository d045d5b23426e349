import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inRepository } from "../../../src/config/in-repository.ts";
import { readTemplates } from "../../../src/template/language/template-set.ts";
import { committedFiles } from "../../../src/template/preview/committed-files.ts";

/** The templates as they were committed, layered over ours, to be changed without changing ours. */
export interface LayerFolder {
  readonly folder: string;
  /**
   * Writes a template with one text replaced; as it was where nothing is given.
   * @returns where the new text, or the part of it that `at` is, stands: line and column, from 1
   * @throws Error where it lacks the text
   */
  change(template: string, from?: string, to?: string, at?: string): { readonly line: number; readonly column: number };
  remove(): void;
}

/** Makes one. Whatever is being changed in the working tree, a test finds the templates that its expectations are about. */
export async function layerFolder(): Promise<LayerFolder> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "sailkit-layer-")));
  const ours = readTemplates([inRepository("templates")]);
  const committed = await committedFiles(["templates"]);
  const textOf = (name: string) => committed?.get(`templates/${name}`) ?? ours.text(name);
  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  for (const name of ours.names) write(name, textOf(name));
  return {
    folder,
    change(template, from = "", to = "", at = to) {
      const text = textOf(template);
      if (!text.includes(from)) throw new Error(`${template} has no ${from}.`);
      const changed = text.replace(from, () => to);
      write(template, changed);
      const before = changed.slice(0, changed.indexOf(at, text.indexOf(from))).split("\n");
      return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
