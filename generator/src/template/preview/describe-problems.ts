import path from "node:path";
import type { AstFinding } from "../../emit/ast-check/ast-finding.ts";
import type { FormatProblem } from "../../emit/format/format-failure.ts";
import type { TemplateFile } from "../../java/template-file.ts";
import type { JsonObject } from "../../spec/json.ts";
import type { TemplateSet } from "../language/template-set.ts";
import type { LintFinding } from "../lint/lint-finding.ts";
import { scopeValues } from "../scope-values.ts";
import type { OutputRenderer } from "./output-renderer.ts";
import type { PreviewProblem } from "./preview-problem.ts";

/** Turns what checks find into problems that point into templates. */
export interface ProblemWriter {
  /** A fault of a template, with what is in scope there. */
  atTemplate(
    kind: PreviewProblem["kind"],
    fault: Omit<LintFinding, "rule"> & { readonly code: string },
  ): PreviewProblem;
  /** A fault of a generated file, at an offset of its unformatted text. */
  atOutput(
    kind: PreviewProblem["kind"],
    fault: { readonly code: string; readonly message: string; readonly path: string; readonly offset: number },
  ): PreviewProblem;
  ofFormat(problem: FormatProblem): PreviewProblem;
  ofSyntaxTree(finding: AstFinding): PreviewProblem;
}

export interface ProblemContext {
  readonly set: TemplateSet;
  readonly skeleton: JsonObject;
  readonly entries: readonly TemplateFile[];
  readonly renderer: OutputRenderer;
  /** Unformatted text of the output, by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** A writer for one round. */
export function problemWriter({ set, skeleton, entries, renderer, files }: ProblemContext): ProblemWriter {
  const fileOf = (template: string) => path.relative("", set.file(template) ?? template);
  const lineOf = (text: string, line: number) => text.split("\n")[line - 1] ?? "";
  const writer: ProblemWriter = {
    atTemplate(kind, { template, line, column, code, message }) {
      return {
        kind,
        code,
        message,
        file: fileOf(template),
        line,
        column,
        excerpt: lineOf(set.text(template), line),
        scope: scopeValues(set, skeleton, entries, { template, line, column }),
      };
    },
    atOutput(kind, { code, message, path: file, offset }) {
      const text = files.get(file) ?? "";
      const start = text.lastIndexOf("\n", Math.max(0, offset - 1)) + 1;
      const output = { path: file, text: text.slice(start).split("\n", 1)[0]?.trim() ?? "" };
      const place = renderer.trace(file, offset);
      if (!place) return { kind, code, message, output };
      const { template, line, column, via } = place;
      const pointed = tagAt(text, offset, set.text(template), place) ?? { line, column };
      return {
        kind,
        code,
        message,
        output,
        via,
        file: fileOf(template),
        ...pointed,
        excerpt: lineOf(set.text(template), pointed.line),
      };
    },
    ofFormat: ({ path: file, line, column, message }) =>
      writer.atOutput("layout", {
        code: "parse",
        message,
        path: file,
        offset: offsetOf(files.get(file) ?? "", line, column),
      }),
    ofSyntaxTree: ({ path: file, line, column, kind, message }) =>
      writer.atOutput("syntax tree", {
        code: kind,
        message,
        path: file,
        offset: offsetOf(files.get(file) ?? "", line, column),
      }),
  };
  return writer;
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let left = line - 1; left > 0; left--) start = text.indexOf("\n", start) + 1;
  return start + column - 1;
}

/** A piece of text runs over lines: of those, the one that prints the place. */
function tagAt(
  output: string,
  offset: number,
  template: string,
  place: { readonly line: number; readonly column: number },
): { readonly line: number; readonly column: number } | undefined {
  const word = /^[^\n]{3,40}/.exec(output.slice(offset))?.[0];
  const lines = template.split("\n");
  if (word === undefined || (lines[place.line - 1] ?? "").slice(place.column - 1).startsWith("{{")) return undefined;
  for (let length = word.length; length >= 3; length--) {
    const at = lines.findIndex((text, index) => index >= place.line - 1 && text.includes(word.slice(0, length)));
    if (at >= 0) return { line: at + 1, column: (lines[at] ?? "").indexOf(word.slice(0, length)) + 1 };
  }
  return undefined;
}
