import { scanTags, type TemplateTag } from "./scan-tags.ts";
import type { TemplateNode, TemplatePlace } from "./template-node.ts";
import { TemplateSyntaxError } from "./template-syntax-error.ts";

interface OpenSection {
  readonly tag: TemplateTag;
  readonly inner: TemplateNode[];
}

/**
 * Parses a template as jmustache does: of a line that holds nothing but one tag that prints nothing itself, nothing is left.
 * @throws {TemplateSyntaxError} for sections left open or closed by another name, and triples with two closing braces
 */
export function parseTemplate(text: string): TemplateNode[] {
  const root: TemplateNode[] = [];
  const open: OpenSection[] = [];
  let at: TemplatePlace & { offset: number } = { line: 1, column: 1, offset: 0 };
  for (const tag of scanTags(text)) {
    const current = open.at(-1)?.inner ?? root;
    const [start, stop] = extent(text, tag);
    if (start > at.offset)
      current.push({ kind: "text", text: text.slice(at.offset, start), line: at.line, column: at.column });
    at = placeAfter(text, stop, tag);
    const { line, column, name } = tag;
    const written = text.slice(tag.start, tag.stop);
    switch (tag.sign) {
      case "half":
        throw new TemplateSyntaxError(`{{{${name}}} lacks its third closing brace.`, tag, written);
      case "#":
      case "^":
        open.push({ tag, inner: [] });
        break;
      case "/":
        close(open, tag, root, written);
        break;
      case ">":
        current.push({ kind: "partial", name, line, column });
        break;
      case "!":
        current.push({ kind: "comment", text: name, line, column });
        break;
      case "=":
        current.push({ kind: "delimiters", line, column });
        break;
      default: {
        const braces = ({ "{": "triple", "&": "ampersand", "": "double" } as const)[tag.sign];
        current.push({ kind: "variable", name, braces, line, column });
      }
    }
  }
  const left = open.pop();
  if (left) {
    const written = text.slice(left.tag.start, left.tag.stop);
    throw new TemplateSyntaxError(`${written} is never closed.`, left.tag, written);
  }
  if (at.offset < text.length)
    root.push({ kind: "text", text: text.slice(at.offset), line: at.line, column: at.column });
  return root;
}

function close(open: OpenSection[], tag: TemplateTag, root: TemplateNode[], written: string): void {
  const section = open.pop();
  if (!section) throw new TemplateSyntaxError(`${written} closes a section that was never opened.`, tag, written);
  if (section.tag.name !== tag.name) {
    const wanted = `{{/${section.tag.name}}}`;
    const reason = `${written} stands where ${wanted} must close line ${section.tag.line}.`;
    throw new TemplateSyntaxError(reason, tag, written);
  }
  (open.at(-1)?.inner ?? root).push({
    kind: section.tag.sign === "#" ? "section" : "inverted",
    name: tag.name,
    line: section.tag.line,
    column: section.tag.column,
    inner: section.inner,
    end: { line: tag.line, column: tag.column },
  });
}

/** Offsets of a tag, its whole line included where it stands alone and prints nothing itself. */
function extent(text: string, tag: TemplateTag): [number, number] {
  if (!"#^/>!=".includes(tag.sign) || tag.sign === "") return [tag.start, tag.stop];
  const lineStart = text.lastIndexOf("\n", tag.start - 1) + 1;
  const end = text.indexOf("\n", tag.stop);
  const rest = text.slice(tag.stop, end < 0 ? text.length : end);
  if (!/^[ \t]*$/.test(text.slice(lineStart, tag.start)) || !/^[ \t\r]*$/.test(rest)) return [tag.start, tag.stop];
  return [lineStart, end < 0 ? text.length : end + 1];
}

function placeAfter(text: string, offset: number, tag: TemplateTag) {
  const passed = text.slice(tag.start, offset);
  const breaks = passed.split("\n").length - 1;
  const column = breaks === 0 ? tag.column + passed.length : offset - text.lastIndexOf("\n", offset - 1);
  return { line: tag.line + breaks, column, offset };
}
