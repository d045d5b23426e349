import { createRequire } from "node:module";
import path from "node:path";
import config from "../../docusaurus.config.ts";

/** What the site makes of a page. */
export interface SitePage {
  /** Types and names of what is more than text: elements, expressions, module statements, directives. */
  readonly active: string[];
  /** All text, without blanks. */
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly name?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

const require = createRequire(import.meta.url);
const { createProcessorUncached } = require("@docusaurus/mdx-loader/lib/processor");
const { validateConfig } = require("@docusaurus/core/lib/server/configValidation");

/** Elements that Markdown itself makes. */
const MARKDOWN = new Set(
  "a blockquote br code del em header h1 h2 h3 h4 h5 h6 hr input li ol p pre strong table tbody td th thead tr ul".split(
    " ",
  ),
);

const siteDir = path.join(import.meta.dirname, "../..");

/** Has the site's own compiler read pages of the reference, with the site's own settings. */
export async function siteReader(): Promise<(page: string, text: string) => Promise<SitePage>> {
  const { markdown } = validateConfig(config, "docusaurus.config.ts");
  const options = referenceOptions();
  let root: Node = { type: "root" };
  const keep = () => (tree: Node) => {
    root = tree;
  };
  const processor = await createProcessorUncached({
    format: "mdx",
    options: {
      markdownConfig: markdown,
      admonitions: options.admonitions,
      siteDir,
      staticDirs: [],
      rehypePlugins: [keep],
      resolveMarkdownLink: ({ linkPathname }: { linkPathname: string }) => `/resolved/${linkPathname}`,
    },
  });
  return async (page, text) => {
    const content = text.replace(/^---\n.*?\n---\n/s, "");
    await processor.process({ content, filePath: path.join(siteDir, page), frontMatter: {}, compilerName: "client" });
    return contentsOf(root);
  };
}

function referenceOptions(): { readonly admonitions?: boolean } {
  for (const plugin of config.plugins ?? []) {
    const options = Array.isArray(plugin) ? (plugin[1] as { id?: string; admonitions?: boolean }) : {};
    if (options.id === "reference") return options;
  }
  throw new Error("docusaurus.config.ts mounts no plugin with the id reference.");
}

function contentsOf(root: Node): SitePage {
  const [active, texts]: [string[], string[]] = [[], []];
  const visit = (node: Node) => {
    if (node.type === "element" && !MARKDOWN.has(node.tagName ?? "")) active.push(`<${node.tagName}>`);
    else if (node.type.startsWith("mdxJsx")) active.push(`<${node.name ?? ""}>`);
    else if (node.type === "text") texts.push(node.value ?? "");
    else if (node.type !== "element" && node.type !== "root") active.push(node.type);
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  return { active, text: texts.join("").replace(/\s+/g, "") };
}
