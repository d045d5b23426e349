import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseTemplate } from "./parse-template.ts";
import type { TemplateNode } from "./template-node.ts";

/** Templates by their path below the templates folder, with forward slashes: `client/doc.mustache`. */
export interface TemplateSet {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The text of a template; empty where there is none. */
  text(name: string): string;
  /** The file that a template comes from; undefined where there is none. */
  file(name: string): string | undefined;
  /**
   * Parsed once.
   * @throws {TemplateSyntaxError}
   */
  nodes(name: string): readonly TemplateNode[];
}

/**
 * Reads the templates of some folders.
 * @param folders absolute paths; what a later one has takes the place of the same name in an earlier one
 */
export function readTemplates(folders: readonly string[]): TemplateSet {
  const files = new Map<string, string>();
  for (const folder of folders) {
    for (const name of globSync("**/*.mustache", { cwd: folder, exclude: (entry) => entry === "node_modules" })) {
      files.set(name.replaceAll("\\", "/"), path.join(folder, name));
    }
  }
  const texts = new Map([...files].map(([name, file]) => [name, readFileSync(file, "utf8")]));
  return templateSet(texts, files);
}

/** The templates of some texts, by name. */
export function templateSet(
  texts: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string> = new Map(),
): TemplateSet {
  const parsed = new Map<string, readonly TemplateNode[]>();
  return {
    names: [...texts.keys()].sort(),
    has: (name) => texts.has(name),
    text: (name) => texts.get(name) ?? "",
    file: (name) => files.get(name),
    nodes(name) {
      const known = parsed.get(name) ?? parseTemplate(texts.get(name) ?? "");
      parsed.set(name, known);
      return known;
    },
  };
}
