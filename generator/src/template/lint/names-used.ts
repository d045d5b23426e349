import type { TemplateFile } from "../../java/template-file.ts";
import { partialFile } from "../language/partial-file.ts";
import type { SectionNode, TemplateNode, VariableNode } from "../language/template-node.ts";
import type { TemplateSet } from "../language/template-set.ts";
import type { VariableShape } from "../variables/variable-shape.ts";
import type { LintedTemplate } from "./lint-rule.ts";

/** A name in a template, in one of the scopes the template is rendered in. */
export interface NameUse {
  readonly node: VariableNode | SectionNode;
  /** What it refers to; undefined where nothing defines it. */
  readonly found: VariableShape | undefined;
  /** Whether it stands in a section of its own name, where it is never false. */
  readonly guarded: boolean;
  /** Names that can be used here, innermost first. */
  readonly inScope: readonly string[];
}

type Members = ReadonlyMap<string, VariableShape>;

/** Members of the scopes, innermost last. */
interface Scope {
  readonly members: readonly Members[];
  /** Names of the sections around that print their inside where the value is not false. */
  readonly sections: readonly string[];
}

const cache = new WeakMap<TemplateSet, Map<string, NameUse[]>>();

/** Every use of a name in a template, once for each scope that a template making files reaches it in. */
export function namesUsed({ template, set, files, shapes }: LintedTemplate): readonly NameUse[] {
  const known = cache.get(set) ?? walkAll();
  cache.set(set, known);
  return known.get(template) ?? [];

  function walkAll(): Map<string, NameUse[]> {
    const uses = new Map<string, NameUse[]>();
    const visited = new Set<string>();
    const enter = (name: string, scope: Scope) => {
      const key = JSON.stringify([name, scope.members.map(signature), scope.sections]);
      if (visited.has(key) || !set.has(name)) return;
      visited.add(key);
      try {
        walk(set.nodes(name), scope, name);
      } catch {
        // Another rule tells of templates that cannot be parsed.
      }
    };
    const walk = (nodes: readonly TemplateNode[], scope: Scope, name: string): void => {
      for (const node of nodes) {
        if (node.kind === "partial") enter(partialFile(node.name), scope);
        if (node.kind !== "variable" && node.kind !== "section" && node.kind !== "inverted") continue;
        const found = lookUp(node.name, scope);
        const use = { node, found, guarded: scope.sections.includes(node.name), inScope: namesIn(scope) };
        uses.set(name, [...(uses.get(name) ?? []), use]);
        if (node.kind === "inverted") walk(node.inner, scope, name);
        if (node.kind === "section") walk(node.inner, inside(scope, node.name, found), name);
      }
    };
    for (const file of files) enter(file.template, outermost(file, shapes));
    return uses;
  }
}

const ids = new WeakMap<Members, number>();
let nextId = 0;

function signature(members: Members): number {
  const id = ids.get(members) ?? nextId++;
  ids.set(members, id);
  return id;
}

const SPECIAL: VariableShape = { types: new Set(["text"]), members: new Map() };
const CONDITION: VariableShape = { types: new Set(["true", "false"]), members: new Map() };

function lookUp(name: string, { members, sections }: Scope): VariableShape | undefined {
  if (name === "-first" || name === "-last") return CONDITION;
  if (name === "-index" || ((name === "this" || name === ".") && sections.length > 0)) return SPECIAL;
  const [first = "", ...rest] = name.split(".");
  let shape = members.findLast((one) => one.has(first))?.get(first);
  for (const part of rest) shape = shape?.members.get(part);
  return shape;
}

function inside(scope: Scope, name: string, found: VariableShape | undefined): Scope {
  const sections = [...scope.sections, name];
  return found && found.members.size > 0
    ? { members: [...scope.members, found.members], sections }
    : { ...scope, sections };
}

const list = (members: Members): VariableShape => ({ types: new Set(["list"]), members });

/** Extensions of operations are reached through the tool's own sections, all others from anywhere. */
function outermost({ type }: TemplateFile, shapes: Members): Scope {
  const root = new Map([...shapes].filter(([name]) => !OF_OPERATIONS.has(name)));
  if (type === "supporting") return { members: [root], sections: [] };
  const extensions = new Map([...shapes].filter(([name]) => OF_OPERATIONS.has(name)));
  const operation = list(new Map([["vendorExtensions", list(extensions)]]));
  const operations = list(new Map([["operation", operation]]));
  return { members: [new Map([["operations", operations]]), root], sections: [] };
}

const OF_OPERATIONS = new Set([
  "x-sailkit-operation",
  "x-sailkit-module",
  "x-sailkit-re-export",
  "x-sailkit-docs-operation",
  "x-sailkit-docs-page",
]);

function namesIn({ members }: Scope): string[] {
  return [...new Set(members.toReversed().flatMap((one) => [...one.keys()]))];
}
