import { type Alias, isAlias, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from "yaml";
import type { Finding } from "../finding.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { setOwn } from "../walk/set-own.ts";
import { keepsText } from "./keeps-text.ts";
import { limits } from "./limits.ts";
import { refuse } from "./refuse.ts";
import { resolvePlainScalar } from "./resolve-plain-scalar.ts";
import { textPosition } from "./text-position.ts";

/**
 * Turns the nodes of a YAML document (parsed with the `failsafe` schema, so that every scalar is still text) into plain
 * values. Keys are the text they are written as (`200`, `on`, `1.10`), aliases become copies, merge keys (`<<`) are merged,
 * and `__proto__` is a key like any other.
 *
 * @throws SpecRefusal for aliases that expand without bound, keys that are collections, keys given twice with different
 * values, and nesting deeper than `limits.maxDepth`.
 */
export function yamlToJson(root: unknown, text: string, name: string): { value: Json; findings: readonly Finding[] } {
  const converter = new Converter(text, name);
  return { value: converter.convert(root, 0), findings: converter.findings };
}

class Converter {
  readonly findings: Finding[] = [];
  readonly #text: string;
  readonly #name: string;
  /** What each anchor stands for from here on; undefined while it is being converted. */
  readonly #anchors = new Map<string, { value: Json | undefined }>();
  #expanded = 0;

  constructor(text: string, name: string) {
    this.#text = text;
    this.#name = name;
  }

  convert(node: unknown, depth: number): Json {
    if (depth > limits.maxDepth) this.#refuse("too-deep", `is nested more than ${limits.maxDepth} levels deep`, node);
    if (isAlias(node)) return this.#copy(this.#resolve(node), node);
    const anchor = this.#anchor(node);
    const value = this.#convertNode(node, depth);
    if (anchor !== undefined) anchor.value = value;
    return value;
  }

  #convertNode(node: unknown, depth: number): Json {
    if (isScalar(node)) return scalarValue(node);
    if (isSeq(node)) return node.items.map((item) => this.convert(item, depth + 1));
    if (isMap(node)) return this.#convertMap(node, depth);
    return null;
  }

  #convertMap(map: YAMLMap, depth: number): JsonObject {
    const result: JsonObject = {};
    const written = new Map<string, Pair>();
    for (const pair of map.items) {
      if (isScalar(pair.key) && pair.key.type === "PLAIN" && pair.key.value === "<<") {
        this.#merge(pair.value, result, depth + 1);
        continue;
      }
      const key = this.#key(pair.key);
      const value = this.convert(pair.value, depth + 1);
      const kept =
        keepsText(key, depth) && typeof value === "number" && isScalar(pair.value) ? String(pair.value.value) : value;
      const earlier = written.get(key);
      if (earlier !== undefined) this.#duplicate(earlier, pair, result[key] as Json, kept);
      written.set(key, pair);
      setOwn(result, key, kept);
    }
    return result;
  }

  #key(key: unknown): string {
    const value = isAlias(key) ? this.#resolve(key) : isScalar(key) ? String(key.value ?? "") : "";
    if (typeof value === "object" || isSeq(key) || isMap(key)) {
      this.#refuse("invalid-yaml", "has a mapping or a list as a key", key);
    }
    const anchor = isAlias(key) ? undefined : this.#anchor(key);
    if (anchor !== undefined) anchor.value = value;
    return String(value);
  }

  /** Copies what `<<` names into `result`; keys written in the map itself, before or after, win. */
  #merge(source: unknown, result: JsonObject, depth: number): void {
    if (isSeq(source)) {
      for (const item of source.items) this.#merge(item, result, depth);
      return;
    }
    const merged = isAlias(source) ? this.#resolve(source) : this.convert(source, depth);
    if (!isObject(merged)) this.#refuse("invalid-yaml", "has a merge key (<<) whose value is no mapping", source);
    for (const [key, value] of Object.entries(merged)) {
      if (!Object.hasOwn(result, key)) setOwn(result, key, this.#copy(value as Json, source));
    }
  }

  #anchor(node: unknown): { value: Json | undefined } | undefined {
    const name = (node as { anchor?: string } | null)?.anchor;
    if (name === undefined) return undefined;
    const anchor = { value: undefined };
    this.#anchors.set(name, anchor);
    return anchor;
  }

  #resolve(alias: Alias): Json {
    const anchor = this.#anchors.get(alias.source);
    if (anchor === undefined) this.#refuse("invalid-yaml", "has an alias without an anchor before it", alias);
    if (anchor.value === undefined) this.#refuse("yaml-alias-bomb", "has an alias inside its own anchor", alias);
    return anchor.value;
  }

  /** A copy, since later stages take the document for a tree. Depth is bounded by that of the original. */
  #copy(value: Json, node: unknown): Json {
    this.#expanded += 1;
    if (this.#expanded > limits.maxAliasExpansion) {
      this.#refuse("yaml-alias-bomb", `has aliases that expand to more than ${limits.maxAliasExpansion} values`, node);
    }
    if (Array.isArray(value)) return value.map((item) => this.#copy(item, node));
    if (!isObject(value)) return value;
    const copy: JsonObject = {};
    for (const [key, item] of Object.entries(value)) setOwn(copy, key, this.#copy(item as Json, node));
    return copy;
  }

  #duplicate(earlier: Pair, later: Pair, first: Json, second: Json): void {
    const places = `${this.#position(earlier.key)} and ${this.#position(later.key)}`;
    const same = JSON.stringify(first) === JSON.stringify(second);
    const finding: Finding = {
      severity: same ? "warning" : "error",
      rule: "duplicate-key",
      pointer: "",
      message: `"${this.#name}" has the same key twice in one mapping, at ${places}${same ? "" : ", with different values"}.`,
      hint: "Remove one of the two.",
    };
    if (!same) refuse(finding);
    this.findings.push(finding);
  }

  #refuse(rule: string, what: string, node: unknown): never {
    return refuse({ rule, pointer: "", message: `"${this.#name}" ${what}, at ${this.#position(node)}.` });
  }

  #position(node: unknown): string {
    const range = (node as { range?: readonly number[] | null } | null)?.range;
    return range?.[0] === undefined ? "an unknown place" : textPosition(this.#text, range[0]);
  }
}

function scalarValue(node: Scalar): Json {
  const text = String(node.value ?? "");
  if (node.tag === "!" || node.tag === "tag:yaml.org,2002:str") return text;
  const typed = node.tag !== undefined && /^tag:yaml\.org,2002:(?:null|bool|int|float)$/.test(node.tag);
  return node.type === "PLAIN" || typed ? resolvePlainScalar(text) : text;
}
