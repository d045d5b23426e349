import { parse } from "yaml";
import { mdxContents } from "../../text/mdx-contents.ts";

const ELEMENTS = new Set(["<br>", "<code>"]);

/**
 * Reads every page as the site does, and lists what is wrong: what does not compile, what is more than text, links that lead
 * nowhere or elsewhere than http, https and mailto, front matter that says more than it should, programs that differ from
 * their file.
 */
export async function pageFindings(files: ReadonlyMap<string, string>): Promise<string[]> {
  const findings: string[] = [];
  const shown = new Set<string>();
  for (const [path, text] of files) {
    if (!path.endsWith(".md")) continue;
    try {
      const { active, links } = await mdxContents(text);
      findings.push(...active.filter((node) => !ELEMENTS.has(node)).map((node) => `${path} holds ${node}`));
      findings.push(
        ...links.filter((link) => !leadsSomewhere(files, path, link)).map((link) => `${path} links to ${link}`),
      );
    } catch (error) {
      findings.push(`${path} does not compile: ${error}`);
    }
    findings.push(...frontFindings(path, text));
    for (const [, code = ""] of text.matchAll(/^`{3,}ts\n(.*?)^`{3,}$/gms)) shown.add(code);
  }
  for (const [path, text] of files) {
    if (path.endsWith(".ts") && !shown.has(text)) findings.push(`no page shows ${path} as it is`);
  }
  return findings;
}

function leadsSomewhere(files: ReadonlyMap<string, string>, path: string, link: string): boolean {
  if (/^(?:https?:\/\/|mailto:)/.test(link) || link === "#") return true;
  const url = new URL(link, `https://docs.example/${path}`);
  const page = files.get(decodeURIComponent(url.pathname.slice(1)));
  return page !== undefined && (url.hash === "" || page.includes(`\n## ${url.hash.slice(1)}\n`));
}

const KEYS = "id title pagination_label sidebar_label sidebar_class_name keywords slug tags";

function frontFindings(path: string, text: string): string[] {
  const front = /^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? "";
  const value = parse(front) as Record<string, unknown> | null;
  const keys = Object.keys(value ?? {}).join(" ");
  return keys === KEYS ? [] : [`the front matter of ${path} has ${keys}`];
}
