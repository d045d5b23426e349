import { isObject, type Json } from "../json.ts";
import type { Kind } from "./kind.ts";
import { kindRules } from "./kind-rules.ts";

/**
 * Called once for each typed place.
 *
 * @param kind what should stand here; the value may be of another shape, since nothing is checked before.
 * @param value what stands here, a reference object included.
 * @param tokens the way from the start, as JSON pointer tokens. Reused between calls: copy it to keep it.
 * @param parent the object or array that holds the value; undefined at the start.
 * @returns `"skip"` to leave out what is below.
 */
export type SpecVisitor = (
  kind: Kind,
  value: Json,
  tokens: readonly (string | number)[],
  parent: Json | undefined,
  // biome-ignore lint/suspicious/noConfusingVoidType: a visitor that skips nothing returns nothing
) => "skip" | void;

interface Step {
  readonly kind: Kind;
  readonly value: Json;
  readonly parent: Json | undefined;
  readonly token: string | number;
  readonly depth: number;
}

/**
 * Visits every typed place of an OpenAPI document, parents first, in document order: objects and containers as `kindRules`
 * knows them, and never data (examples, defaults, enums, extensions). References are visited like any value and not followed.
 *
 * Takes time linear in the document and no call stack, however deep it is.
 *
 * @param start what `value` is. Default: a whole `document`.
 */
export function walkSpec(value: Json, visitor: SpecVisitor, start: Kind = "document"): void {
  const stack: Step[] = [{ kind: start, value, parent: undefined, token: "", depth: 0 }];
  const tokens: (string | number)[] = [];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if (step.depth > 0) {
      tokens.length = step.depth - 1;
      tokens.push(step.token);
    }
    if (visitor(step.kind, step.value, tokens, step.parent) === "skip") continue;
    pushChildren(step, stack);
  }
}

function pushChildren({ kind, value, depth }: Step, stack: Step[]): void {
  const rule = kindRules[kind];
  if (Array.isArray(value)) {
    // `items` was a list of schemas before JSON Schema 2020-12, and still is in many documents.
    const each = rule.shape === "list" ? rule.each : kind === "schema" ? "schema" : undefined;
    if (each === undefined) return;
    for (let index = value.length - 1; index >= 0; index -= 1) {
      stack.push({ kind: each, value: value[index] as Json, parent: value, token: index, depth: depth + 1 });
    }
    return;
  }
  if (!isObject(value) || rule.shape === "list") return;
  const keys = Object.keys(value);
  for (let index = keys.length - 1; index >= 0; index -= 1) {
    const key = keys[index] as string;
    const child = value[key] as Json;
    const each = rule.shape === "fields" ? rule.fields.get(key) : kindInMap(rule, key, child);
    if (each !== undefined) stack.push({ kind: each, value: child, parent: value, token: key, depth: depth + 1 });
  }
}

function kindInMap(rule: { readonly each: Kind; readonly extensible: boolean }, key: string, child: Json) {
  if (rule.extensible && key.startsWith("x-")) return undefined;
  // A map that is itself a reference: not of the standard, but common in documents made of many files.
  if (key === "$ref" && typeof child === "string") return undefined;
  return rule.each;
}
