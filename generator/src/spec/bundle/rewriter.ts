import type { Finding } from "../finding.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { toPointer } from "../json-pointer.ts";
import { DocumentEditor } from "../walk/document-editor.ts";
import { isReference } from "../walk/is-reference.ts";
import type { Kind } from "../walk/kind.ts";
import { walkSpec } from "../walk/walk-spec.ts";
import type { BrokenReference } from "./broken-reference.ts";
import { componentRef } from "./component-ref.ts";
import { fileOf } from "./file-of.ts";
import type { Place, Resolution, Target } from "./place.ts";
import { refTo } from "./ref-to.ts";
import type { ReferenceGraph } from "./reference-graph.ts";
import { rewriteMapping } from "./rewrite-mapping.ts";
import { stopgapFor } from "./stopgap-for.ts";
import { Tidier } from "./tidy/tidier.ts";
import { withoutOperationIds } from "./without-operation-ids.ts";

type Tokens = readonly (string | number)[];

/** References that lead to references: nobody writes more than a few in a row. */
const maxSteps = 50;

/** Keywords of schemas that are honoured beside a `$ref`, though OpenAPI 3.0 ignores them. */
const honouredSiblings = new Set(["nullable", "readOnly", "writeOnly", "deprecated"]);

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
    const tidier = new Tidier(place, editor, this.findings, !this.#siblingsCount, this.#deref.bind(this));
    walkSpec(
      place.value,
      (at, value, tokens, parent) => this.#visit({ at, value, tokens, parent, place, position, editor, tidier }),
      kind,
    );
    return editor.result();
  }

  #visit(node: VisitedNode): "skip" | undefined {
    const { at, value, tokens, editor } = node;
    const moved = tokens.length > 0 ? this.#graph.targetOf(value, at) : undefined;
    if (moved?.section !== undefined && moved.name !== undefined) {
      editor.set(tokens, { $ref: componentRef(moved.section, moved.name) });
      return "skip";
    }
    if (isReference(value)) return this.#rewriteReference(node, value);
    if (at === "discriminator") this.#rewriteMapping(node);
    node.tidier.tidy(at, value, tokens, node.parent);
    return undefined;
  }

  #rewriteMapping({ value, tokens, parent, place, editor }: VisitedNode): void {
    const mapping = rewriteMapping(value, parent, this.#graph, (key, message) => {
      const hint = "Correct the mapping or remove the entry.";
      this.#warn("missing-mapping-target", place, [...tokens, "mapping", key], message, hint);
    });
    if (mapping !== undefined) editor.set([...tokens, "mapping"], mapping);
  }

  #warn(rule: string, place: Place, tokens: Tokens, message: string, hint?: string): void {
    const pointer = toPointer([...place.tokens, ...tokens]);
    const finding = { severity: "warning", rule, pointer, ...fileOf(place.document), message } as const;
    this.findings.push(hint === undefined ? finding : { ...finding, hint });
  }

  #deref(value: Json, kind: Kind): Json {
    let current = value;
    for (let steps = 0; steps < maxSteps && isReference(current); steps += 1) {
      const resolution = this.#graph.resolution(current, kind, current.$ref);
      if (resolution?.to === "nothing") return current;
      current = placeOf(resolution)?.value ?? this.#graph.settled(current.$ref) ?? value;
    }
    return current;
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
    this.#dropSiblings(node, value);
    return "skip";
  }

  /**
   * Beside a `$ref` only texts and extensions mean something, except in schemas from OpenAPI 3.1 on. Servers honour what
   * authors nevertheless write there about null and direction, so in schemas that stays.
   */
  #dropSiblings({ at, tokens, place, editor }: VisitedNode, value: JsonObject): void {
    const siblings = Object.keys(value).filter((key) => !/^(?:\$ref|description|summary|x-.*)$/.test(key));
    const honoured = siblings.filter(
      (key) => at === "schema" && honouredSiblings.has(key) && typeof value[key] === "boolean",
    );
    const dropped = siblings.filter((key) => !honoured.includes(key));
    for (const key of dropped) editor.remove([...tokens, key]);
    const meant = dropped.filter((key) => !/^(?:title|examples?)$/.test(key));
    const names = (keys: string[]) => keys.map((key) => JSON.stringify(key)).join(", ");
    if (meant.length > 0)
      this.#warn("ref-siblings", place, tokens, `Beside a $ref, ${names(meant)} has no effect here and was left out.`);
    if (honoured.length > 0) {
      const message = `Beside a $ref, OpenAPI 3.0 ignores ${names(honoured)}; it was read as it is meant.`;
      this.#warn("ref-siblings", place, tokens, message, "Put the $ref into `allOf`, as its only member.");
    }
  }

  #inline(node: VisitedNode, value: JsonObject, resolution: Exclude<Resolution, { to: "nothing" }>): "skip" {
    const target = resolution.to === "target" ? resolution.target : undefined;
    const place = target?.place ?? (resolution as Extract<Resolution, { to: "component" }>).place;
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

  #leaveOut(node: VisitedNode, ref: string, resolution: Extract<Resolution, { to: "nothing" }>): "skip" {
    const { at, tokens, place, position, editor } = node;
    this.broken.push({
      kind: at,
      tokens: [...position, ...tokens],
      finding: {
        rule: resolution.rule,
        pointer: toPointer([...place.tokens, ...tokens]),
        ...fileOf(place.document),
        message: `The reference ${JSON.stringify(ref)} cannot be used: ${resolution.why}.`,
        hint: "Correct the reference, or add what it should lead to.",
      },
    });
    const isEntry = position.length === 0 && tokens.length === 3 && tokens[0] === "components";
    const stopgap = isEntry || at === "schema" ? stopgapFor(at) : undefined;
    if (stopgap === undefined) editor.remove(tokens);
    else editor.set(tokens, stopgap);
    return "skip";
  }
}

interface VisitedNode {
  readonly at: Kind;
  readonly value: Json;
  readonly tokens: Tokens;
  readonly parent: Json | undefined;
  readonly place: Place;
  readonly position: Tokens;
  readonly editor: DocumentEditor;
  readonly tidier: Tidier;
}

function placeOf(resolution: Resolution | undefined): Place | undefined {
  if (resolution?.to === "target") return resolution.target.place;
  return resolution?.to === "component" ? resolution.place : undefined;
}

function isInline(resolution: Resolution): boolean {
  return resolution.to === "target" && resolution.target.section === undefined;
}
