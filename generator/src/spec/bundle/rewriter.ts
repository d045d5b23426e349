import type { Finding } from "../finding.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { toPointer } from "../json-pointer.ts";
import { DocumentEditor } from "../walk/document-editor.ts";
import { isReference } from "../walk/is-reference.ts";
import type { Kind } from "../walk/kind.ts";
import { setOwn } from "../walk/set-own.ts";
import { walkSpec } from "../walk/walk-spec.ts";
import { componentRef } from "./component-ref.ts";
import type { Place, Resolution, Target } from "./place.ts";
import type { ReferenceGraph } from "./reference-graph.ts";
import { withoutOperationIds } from "./without-operation-ids.ts";

type Tokens = readonly (string | number)[];

/** A reference that led to nothing, and where in the bundled document that matters. */
export interface BrokenReference {
  readonly kind: Kind;
  readonly tokens: Tokens;
  readonly finding: Omit<Finding, "severity">;
}

/** Writes values anew with every reference in normal form, sharing all parts that need no change. */
export class Rewriter {
  readonly broken: BrokenReference[] = [];
  readonly findings: Finding[] = [];
  readonly #graph: ReferenceGraph;
  readonly #siblingsCount: boolean;
  /** Targets that are being put in place of a reference, to end at circles. */
  readonly #inlining = new Set<Target>();

  constructor(graph: ReferenceGraph, siblingsCount: boolean) {
    this.#graph = graph;
    this.#siblingsCount = siblingsCount;
  }

  /**
   * @param kind what the value at `place` is.
   * @param position where the result will stand in the bundled document.
   */
  rewrite(kind: Kind, place: Place, position: Tokens): Json {
    const editor = new DocumentEditor(place.value);
    walkSpec(place.value, (at, value, tokens) => this.#visit({ at, value, tokens, place, position, editor }), kind);
    return editor.result();
  }

  #visit(node: VisitedNode): "skip" | undefined {
    const { at, value, tokens, editor } = node;
    const moved = tokens.length > 0 ? this.#graph.targetOf(value, at) : undefined;
    if (moved?.section !== undefined && moved.name !== undefined) {
      editor.set(tokens, { $ref: componentRef(moved.section, moved.name) });
      return "skip";
    }
    if (at === "discriminator") this.#rewriteMapping(node);
    return isReference(value) ? this.#rewriteReference(node, value) : undefined;
  }

  #rewriteReference(node: VisitedNode, value: JsonObject & { readonly $ref: string }): "skip" | undefined {
    const resolution = this.#graph.resolution(value, node.at, value.$ref);
    if (resolution?.to === "nothing") return this.#leaveOut(node, value.$ref, resolution);
    const entry = node.position.length === 0 && node.tokens.length === 3 && node.tokens[0] === "components";
    if (resolution !== undefined && (node.at !== "schema" || !entry) && (entry || isInline(resolution))) {
      return this.#inline(node, value, resolution);
    }
    const ref = resolution === undefined ? value.$ref : refTo(resolution);
    // An entry that has given its name to what it refers to: the content comes in its place.
    if (entry && ref === componentRef(String(node.tokens[1]), String(node.tokens[2])) && resolution?.to === "target")
      return "skip";
    if (ref !== value.$ref) node.editor.set([...node.tokens, "$ref"], ref);
    if (node.at === "schema" && this.#siblingsCount) return undefined;
    dropSiblings(node, value);
    return "skip";
  }

  #inline(node: VisitedNode, value: JsonObject, resolution: Exclude<Resolution, { to: "nothing" }>): "skip" {
    const target = resolution.to === "target" ? resolution.target : undefined;
    const place = resolution.to === "target" ? resolution.target.place : resolution.place;
    const position = [...node.position, ...node.tokens];
    if (target?.name !== undefined && target.section !== undefined && position[2] === target.name) return "skip";
    if (target !== undefined && this.#inlining.has(target)) {
      const why = "it leads back into itself";
      return this.#leaveOut(node, String(value.$ref), { to: "nothing", rule: "circular-ref", why });
    }
    if (target !== undefined) this.#inlining.add(target);
    let content = this.rewrite(node.at, place, position);
    if (target !== undefined) this.#inlining.delete(target);
    if (node.at === "pathItem" && target !== undefined) content = this.#identifyOnce(content, target, position);
    const { $ref: _, ...siblings } = value;
    const merges = isObject(content) && Object.keys(siblings).length > 0;
    const own = merges ? this.rewrite(node.at, { ...node.place, value: siblings }, position) : undefined;
    node.editor.set(node.tokens, merges ? { ...(content as JsonObject), ...(own as JsonObject) } : content);
    return "skip";
  }

  /** One path item under several paths would give several operations one id: only one place may keep it. */
  #identifyOnce(content: Json, target: Target, position: Tokens): Json {
    const pointer = toPointer(position);
    const stands = target.place.document.label === "" && target.place.tokens[0] === "paths";
    if (!stands && [...target.standsInFor].sort()[0] === pointer) return content;
    const anonymous = withoutOperationIds(content);
    if (anonymous !== content) {
      this.findings.push({
        severity: "warning",
        rule: "shared-path-item",
        pointer,
        message: "The path item is used under several paths; only one of them keeps its operation ids.",
        hint: "Give this path operations of its own if it needs stable names.",
      });
    }
    return anonymous;
  }

  #rewriteMapping({ value, tokens, place, position, editor }: VisitedNode): void {
    const mapping = isObject(value) ? value.mapping : undefined;
    if (!isObject(mapping)) return;
    const rewritten: JsonObject = {};
    let changed = false;
    for (const [key, ref] of Object.entries(mapping)) {
      const resolution = typeof ref === "string" ? this.#graph.resolution(mapping, "schema", ref) : undefined;
      changed ||= resolution !== undefined;
      if (resolution?.to === "nothing") {
        this.findings.push({
          severity: "warning",
          rule: "missing-mapping-target",
          pointer: toPointer([...position, ...tokens, "mapping", key]),
          ...fileOf(place),
          message: `The discriminator maps to ${JSON.stringify(ref)}, but ${resolution.why}; the entry was left out.`,
          hint: "Correct the mapping or remove the entry.",
        });
      } else {
        setOwn(rewritten, key, resolution === undefined ? (ref as Json) : refTo(resolution));
      }
    }
    if (changed) editor.set([...tokens, "mapping"], rewritten);
  }

  #leaveOut(node: VisitedNode, ref: string, resolution: Extract<Resolution, { to: "nothing" }>): "skip" {
    const { at, tokens, place, position, editor } = node;
    this.broken.push({
      kind: at,
      tokens: [...position, ...tokens],
      finding: {
        rule: resolution.rule,
        pointer: toPointer([...place.tokens, ...tokens]),
        ...fileOf(place),
        message: `The reference ${JSON.stringify(ref)} leads nowhere: ${resolution.why}.`,
        hint: "Correct the reference, or add what it should lead to.",
      },
    });
    if (at === "schema") editor.set(tokens, {});
    else editor.remove(tokens);
    return "skip";
  }
}

interface VisitedNode {
  readonly at: Kind;
  readonly value: Json;
  readonly tokens: Tokens;
  readonly place: Place;
  readonly position: Tokens;
  readonly editor: DocumentEditor;
}

function isInline(resolution: Resolution): boolean {
  return resolution.to === "target" && resolution.target.section === undefined;
}

function refTo(resolution: Exclude<Resolution, { to: "nothing" }>): string {
  if (resolution.to === "component") return resolution.ref;
  return componentRef(resolution.target.section ?? "", resolution.target.name ?? "");
}

/** Beside a `$ref` only texts and extensions mean something. */
function dropSiblings({ tokens, editor }: VisitedNode, value: JsonObject): void {
  for (const key of Object.keys(value)) {
    if (key === "$ref" || key === "description" || key === "summary" || key.startsWith("x-")) continue;
    editor.remove([...tokens, key]);
  }
}

function fileOf({ document }: Place): { file?: string } {
  return document.label === "" ? {} : { file: document.label };
}
