import type { JsonObject } from "../../spec/json.ts";
import { isTruthy, lookUp, type Scope, withItem, withValue } from "./look-up.ts";
import { partialFile } from "./partial-file.ts";
import type { PartialNode, SectionNode, TemplateNode, TemplatePlace } from "./template-node.ts";
import type { TemplateSet } from "./template-set.ts";

/** A place in a template, with the places of the partials that led there, outermost first. */
export interface TracePlace extends TemplatePlace {
  readonly template: string;
  readonly via: readonly string[];
}

/** What watches a rendering. */
export interface RenderObserver {
  /** A template begins: the one asked for, or a partial. */
  entered?(template: string, scope: Scope | undefined): void;
  /** A section was decided on: whether its inside is printed. */
  section?(template: string, node: SectionNode, printed: boolean): void;
  /** A piece of output begins at an offset. */
  printed?(offset: number, place: TracePlace): void;
}

/**
 * Prints templates as openapi-generator does, in this process and in milliseconds: to know which sections are reached, and
 * which line of which template made a line of output. What is written comes from the tool; a test holds the two together.
 *
 * @param scopes outermost first
 */
export function renderText(
  set: TemplateSet,
  template: string,
  scopes: readonly JsonObject[],
  observer: RenderObserver = {},
): string {
  let output = "";
  const print = (text: string, node: TemplateNode, place: Frame) => {
    if (text === "") return;
    observer.printed?.(output.length, {
      template: place.template,
      line: node.line,
      column: node.column,
      via: place.via,
    });
    output += text;
  };
  const section = (node: SectionNode, scope: Scope | undefined, frame: Frame) => {
    const value = lookUp(node.name, scope);
    const truthy = isTruthy(value);
    observer.section?.(frame.template, node, truthy === (node.kind === "section"));
    if (node.kind === "inverted") {
      if (!truthy) run(node.inner, scope, frame);
    } else if (truthy && Array.isArray(value)) {
      for (const index of value.keys()) run(node.inner, withItem(scope, value, index), frame);
    } else if (truthy) run(node.inner, value === true ? scope : withValue(scope, value), frame);
  };
  const partial = (node: PartialNode, scope: Scope | undefined, frame: Frame) => {
    const inner = partialFile(node.name);
    observer.entered?.(inner, scope);
    run(set.nodes(inner), scope, { template: inner, via: [...frame.via, `${frame.template}:${node.line}`] });
  };
  const run = (nodes: readonly TemplateNode[], scope: Scope | undefined, frame: Frame): void => {
    for (const node of nodes) {
      if (node.kind === "text") print(node.text, node, frame);
      else if (node.kind === "variable") print(printedValue(lookUp(node.name, scope)), node, frame);
      else if (node.kind === "partial") partial(node, scope, frame);
      else if (node.kind === "section" || node.kind === "inverted") section(node, scope, frame);
    }
  };
  const outer = scopes.reduce<Scope | undefined>((scope, data) => withValue(scope, data), undefined);
  observer.entered?.(template, outer);
  run(set.nodes(template), outer, { template, via: [] });
  return output;
}

interface Frame {
  readonly template: string;
  readonly via: readonly string[];
}

function printedValue(value: unknown): string {
  return value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
}
