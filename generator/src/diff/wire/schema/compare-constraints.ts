import type { Json } from "../../../spec/json.ts";
import { canonicalText } from "./canonical-text.ts";
import type { Difference } from "./difference.ts";
import type { SchemaView } from "./schema-view.ts";

/** Compares the limits of two schemas. */
export function compareConstraints(old: SchemaView, next: SchemaView): Difference[] {
  const keywords = [...new Set([...old.constraints.keys(), ...next.constraints.keys()])].sort();
  return keywords.flatMap((keyword) => {
    const before = old.constraints.get(keyword);
    const after = next.constraints.get(keyword);
    if (canonicalText(before) === canonicalText(after)) return [];
    const text = `${keyword} was ${before === undefined ? "not stated" : canonicalText(before)}, is ${after === undefined ? "not stated" : canonicalText(after)}`;
    return [{ id: `constraint-${judge(keyword, before, after)}`, text, in: "new", pointer: next.pointer }];
  });
}

function judge(
  keyword: string,
  before: Json | undefined,
  after: Json | undefined,
): "tightened" | "loosened" | "changed" {
  if (before === undefined) return "tightened";
  if (after === undefined) return "loosened";
  if (typeof before !== "number" || typeof after !== "number") return "changed";
  if (keyword === "multipleOf")
    return after % before === 0 ? "tightened" : before % after === 0 ? "loosened" : "changed";
  const isLower = /^(?:min|exclusiveMin)/.test(keyword);
  return after > before === isLower ? "tightened" : "loosened";
}
