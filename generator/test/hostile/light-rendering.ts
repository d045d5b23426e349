import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inRepository } from "../../src/config/in-repository.ts";
import type { Rendering } from "../../src/java/start-rendering.ts";
import type { TemplateFile } from "../../src/java/template-file.ts";
import { isObject, type Json, type JsonObject } from "../../src/spec/json.ts";

/**
 * Renders the templates as the tool does, without the tool: the part of mustache that they use, in this process, in a
 * millisecond. Layout differs, which formatting evens out.
 */
export function lightRendering(files: readonly TemplateFile[]): Rendering {
  let skeleton: JsonObject = {};
  return {
    started: Promise.resolve(),
    attend: async () => {},
    phases: () => [],
    deliver: async (delivered) => {
      skeleton = delivered;
    },
    collect: async (outDir) => {
      const written: string[] = [];
      for (const { template, type, destination } of files) {
        for (const [tag, scope] of type === "api" ? byTag(skeleton) : [["", {}] as const]) {
          const file = destination.replaceAll("{tag}", tag);
          const text = render(parse(load(template)), [skeleton, scope]);
          mkdirSync(path.dirname(path.join(outDir, file)), { recursive: true });
          writeFileSync(path.join(outDir, file), text);
          written.push(file);
        }
      }
      return written;
    },
  };
}

/** What the tool shows the template of an API. */
function byTag(skeleton: JsonObject): Map<string, JsonObject> {
  const scopes = new Map<string, Json[]>();
  for (const item of Object.values(skeleton.paths as JsonObject)) {
    const operation = (item as JsonObject).get as JsonObject;
    const [tag = ""] = operation.tags as string[];
    scopes.set(tag, [...(scopes.get(tag) ?? []), { vendorExtensions: operation }]);
  }
  return new Map([...scopes].map(([tag, operation]) => [tag, { operations: { operation } }]));
}

type Node = string | { readonly kind: "#" | "^" | "=" | ">"; readonly name: string; readonly inner: readonly Node[] };

const texts = new Map<string, string>();
const trees = new Map<string, readonly Node[]>();

function load(template: string): string {
  const known = texts.get(template) ?? readFileSync(inRepository(`templates/${template}`), "utf8");
  texts.set(template, known);
  return known;
}

const COMMENT = /^\{\{!.*\}\}\n/gm;
/** Tags other than values that stand alone on a line leave nothing behind. */
const TAG = /^[ \t]*\{\{([#^/>])([^{}]*)\}\}[ \t]*\n|\{\{\{([^{}]+)\}\}\}|\{\{([#^/>])?([^{}]*)\}\}/gm;

function parse(text: string): readonly Node[] {
  const known = trees.get(text);
  if (known) return known;
  const root: Node[] = [];
  const open: Node[][] = [root];
  const source = text.replace(COMMENT, "");
  let at = 0;
  for (const match of source.matchAll(TAG)) {
    const current = open.at(-1) as Node[];
    current.push(source.slice(at, match.index));
    at = match.index + match[0].length;
    const kind = match[1] ?? match[4] ?? "=";
    const name = (match[2] ?? match[3] ?? match[5] ?? "").trim();
    if (kind === "=" || kind === ">") current.push({ kind, name, inner: [] });
    else if (kind === "/") open.pop();
    else if (kind === "#" || kind === "^") {
      const inner: Node[] = [];
      current.push({ kind, name, inner });
      open.push(inner);
    }
  }
  root.push(source.slice(at));
  trees.set(text, root);
  return root;
}

function render(nodes: readonly Node[], scopes: readonly Json[]): string {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node;
      if (node.kind === ">") return render(parse(load(`${node.name}.mustache`)), scopes);
      const value = lookUp(node.name, scopes);
      if (node.kind === "=") return value === undefined || value === null ? "" : String(value);
      const isEmpty = !value || (Array.isArray(value) && value.length === 0);
      if (node.kind === "^") return isEmpty ? render(node.inner, scopes) : "";
      if (isEmpty) return "";
      if (!Array.isArray(value)) return render(node.inner, [...scopes, value]);
      return value.map((item, index) => render(node.inner, [...scopes, { "-first": index === 0 }, item])).join("");
    })
    .join("");
}

function lookUp(name: string, scopes: readonly Json[]): Json | undefined {
  if (name === "this" || name === ".") return scopes.at(-1);
  for (let index = scopes.length - 1; index >= 0; index -= 1) {
    const scope = scopes[index];
    if (isObject(scope) && Object.hasOwn(scope, name)) return scope[name];
  }
  return undefined;
}
