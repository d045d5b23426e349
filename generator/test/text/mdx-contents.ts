import { compile } from "@mdx-js/mdx";
import remarkGfm from "remark-gfm";

/** What a page holds, as MDX reads it. */
export interface MdxContents {
  /** Types of its nodes that Markdown alone has not: elements with their name, expressions, module statements. */
  readonly active: string[];
  readonly links: string[];
  /** Number of headings. */
  readonly headings: number;
  /** All text, code included, without breaks between nodes. */
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly name?: string | null;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/**
 * Compiles a page as MDX with tables, without its front matter, and tells what is in it.
 * @throws what the compiler throws where the page is no valid MDX
 */
export async function mdxContents(page: string): Promise<MdxContents> {
  let root: Node = { type: "root" };
  const keep = () => (tree: unknown) => {
    root = tree as Node;
  };
  const body = page.replace(/^---\n.*?\n---\n/s, "");
  await compile(body, { format: "mdx", remarkPlugins: [remarkGfm, keep] });
  return contentsOf(root);
}

function contentsOf(root: Node): MdxContents {
  const [active, links, texts]: [string[], string[], string[]] = [[], [], []];
  let headings = 0;
  const visit = (node: Node) => {
    if (node.type.startsWith("mdxJsx")) active.push(`<${node.name ?? ""}>`);
    else if (node.type.startsWith("mdx") || node.type === "html") active.push(node.type);
    else if (node.value !== undefined) texts.push(node.value);
    if (node.url !== undefined) links.push(node.url);
    if (node.type === "heading") headings += 1;
    for (const child of node.children ?? []) visit(child);
  };
  visit(root);
  return { active, links, headings, text: texts.join("") };
}
