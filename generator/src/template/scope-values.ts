import type { TemplateFile } from "../java/template-file.ts";
import { isObject, type Json, type JsonObject } from "../spec/json.ts";
import { isTruthy, lookUp, type Scope, withItem, withValue } from "./language/look-up.ts";
import { renderText } from "./language/render-text.ts";
import { scanTags } from "./language/scan-tags.ts";
import { type TemplateSet, templateSet } from "./language/template-set.ts";
import { renderedScopes } from "./rendered-scopes.ts";

/** A value that a line of a template could print, the first time it is rendered. */
interface ScopeValue {
  readonly name: string;
  /** In one line, shortened. */
  readonly value: string;
}

export interface ScopeValues {
  /** Sections around the line, outermost first, those of the templates that include it not among them. */
  readonly sections: readonly string[];
  /** The file it would be printed into. */
  readonly destination: string;
  /** Innermost first. */
  readonly values: readonly ScopeValue[];
}

/** Most values that a message shows. */
const MOST = 16;

/**
 * What is in scope at a line of a template, whether or not that template can be parsed: how it looks where it is reached first.
 * @returns undefined where nothing reaches it
 */
export function scopeValues(
  set: TemplateSet,
  skeleton: JsonObject,
  files: readonly TemplateFile[],
  place: { readonly template: string; readonly line: number; readonly column: number },
): ScopeValues | undefined {
  const open = openSections(set.text(place.template), place);
  let best: ScopeValues | undefined;
  for (const file of files) {
    for (const { destination, scopes } of renderedScopes(skeleton, file)) {
      for (const scope of entries(set, file.template, scopes, place.template)) {
        const inner = descend(scope, open);
        const found = { sections: open, destination, values: listed(inner ?? scope) };
        // Better a place where every section around the line prints something.
        if (inner) return found;
        best ??= found;
      }
    }
  }
  return best;
}

/** Sections that are open at a place. */
function openSections(text: string, { line, column }: { readonly line: number; readonly column: number }): string[] {
  const open: string[] = [];
  for (const tag of scanTags(text)) {
    if (tag.line > line || (tag.line === line && tag.column >= column)) break;
    if (tag.sign === "#") open.push(tag.name);
    if (tag.sign === "^") open.push("");
    if (tag.sign === "/") open.pop();
  }
  return open.filter((name) => name !== "");
}

/** Scopes a template is entered with. Templates that cannot be parsed print nothing. */
function entries(set: TemplateSet, entry: string, scopes: readonly JsonObject[], wanted: string): Scope[] {
  const found: Scope[] = [];
  const texts = new Map(set.names.map((name) => [name, parses(set, name) ? set.text(name) : ""]));
  renderText(templateSet(texts), entry, scopes, {
    entered: (template, scope) => {
      if (template === wanted && scope) found.push(scope);
    },
  });
  return found;
}

function parses(set: TemplateSet, name: string): boolean {
  try {
    set.nodes(name);
    return true;
  } catch {
    return false;
  }
}

function descend(scope: Scope, sections: readonly string[]): Scope | undefined {
  let current: Scope = scope;
  for (const name of sections) {
    const value = lookUp(name, current);
    if (!isTruthy(value)) return undefined;
    if (Array.isArray(value)) current = withItem(current, value, 0);
    else if (value !== true) current = withValue(current, value);
  }
  return current;
}

function listed(scope: Scope): ScopeValue[] {
  const values = new Map<string, string>();
  for (let current: Scope | undefined = scope; current && values.size < MOST; current = current.outer) {
    const { data } = current;
    if (typeof data === "string") values.set("this", shortened(data));
    for (const [name, value] of isObject(data) ? Object.entries(data) : []) {
      if (!values.has(name) && values.size < MOST) values.set(name, shortened(value));
    }
  }
  return [...values].map(([name, value]) => ({ name, value }));
}

function shortened(value: Json | undefined): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isObject(value))
    return `{ ${Object.keys(value).slice(0, 6).join(", ")}${Object.keys(value).length > 6 ? ", …" : ""} }`;
  const text = JSON.stringify(value ?? null);
  return text.length > 70 ? `${text.slice(0, 69)}…` : text;
}
