import { readFile } from "node:fs/promises";
import path from "node:path";

/** What is wrong with a template, and where. */
export interface TemplateFault {
  /** Path below the templates folder, with forward slashes. */
  readonly template: string;
  /** Counted from 1. */
  readonly line: number;
  /** One sentence. */
  readonly reason: string;
}

interface Tag {
  readonly kind: string;
  readonly name: string;
  readonly line: number;
}

/** Comment, triple, or any other tag; jmustache closes a triple with three braces and anything else with two. */
const TAG =
  /\{\{!(?<comment>[\s\S]*?)\}\}|\{\{\{(?<raw>[\s\S]*?)\}\}(?<third>\}?)|\{\{(?<kind>[#^/>&]?)(?<name>[\s\S]*?)\}\}/g;

/**
 * Reads templates and the partials they use, and returns the first fault: a section left open or closed by another
 * name, a partial that does not exist, a triple without its third brace. Used once the tool has refused a template,
 * because the tool does not say which file it means.
 *
 * @param folder the templates folder
 * @param templates paths below it to begin with
 */
export async function findTemplateFault(
  folder: string,
  templates: readonly string[],
): Promise<TemplateFault | undefined> {
  const queue = [...templates];
  const seen = new Set(queue);
  for (const template of queue) {
    const text = await read(folder, template);
    if (text === undefined) return { template, line: 1, reason: "There is no such template." };
    const tags = [...scan(text)];
    const fault = balance(tags);
    if (fault) return { template, ...fault };
    for (const { kind, name, line } of tags) {
      if (kind !== ">") continue;
      const partial = `${name}.mustache`;
      if ((await read(folder, partial)) === undefined) {
        return { template, line, reason: `There is no partial ${partial} in the templates folder.` };
      }
      if (!seen.has(partial)) queue.push(partial);
      seen.add(partial);
    }
  }
  return undefined;
}

async function read(folder: string, template: string): Promise<string | undefined> {
  return readFile(path.join(folder, template), "utf8").catch(() => undefined);
}

function* scan(text: string): Generator<Tag> {
  let line = 1;
  let at = 0;
  for (const match of text.matchAll(TAG)) {
    line += text.slice(at, match.index).split("\n").length - 1;
    at = match.index;
    const { comment, raw, third, kind, name } = match.groups ?? {};
    if (comment !== undefined) continue;
    if (raw === undefined) yield { kind: kind ?? "", name: (name ?? "").trim(), line };
    else yield { kind: third === "}" ? "{" : "half", name: raw.trim(), line };
  }
}

function balance(tags: readonly Tag[]): Omit<TemplateFault, "template"> | undefined {
  const open: Tag[] = [];
  for (const { kind, name, line } of tags) {
    if (kind === "half") return { line, reason: `{{{${name}}} lacks its third closing brace.` };
    if (kind === "#" || kind === "^") open.push({ kind, name, line });
    if (kind !== "/") continue;
    const last = open.pop();
    if (last === undefined) return { line, reason: `{{/${name}}} closes a section that was never opened.` };
    if (last.name !== name) {
      return { line, reason: `{{/${name}}} stands where {{/${last.name}}} must close line ${last.line}.` };
    }
  }
  const last = open.pop();
  return last && { line: last.line, reason: `{{${last.kind}${last.name}}} is never closed.` };
}
