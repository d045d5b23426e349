import { canonicalText } from "./canonical-text.ts";
import { compareConstraints } from "./compare-constraints.ts";
import { compareEnums } from "./compare-enums.ts";
import type { Difference } from "./difference.ts";
import type { SchemaView } from "./schema-view.ts";

/** Formats whose values are all of another format as well. */
const WIDER: Readonly<Record<string, string>> = { int32: "int64", float: "double" };

/** Compares type, format, null, values, limits, default and marks of two schemas. */
export function compareValues(old: SchemaView, next: SchemaView): Difference[] {
  const found: Difference[] = [];
  const add = (id: string, text: string) => found.push({ id, text, in: "new", pointer: next.pointer });
  compareTypes(old, next, add);
  compareFormats(old, next, add);
  if (!old.nullable && next.nullable) add("nullable-added", "may be null");
  if (old.nullable && !next.nullable) add("nullable-removed", "may no longer be null");
  found.push(...compareEnums(old, next), ...compareConstraints(old, next));
  compareDefaults(old, next, add);
  for (const [flag, id, word] of [
    ["deprecated", "property", "deprecated"],
    ["readOnly", "read-only", "read-only"],
    ["writeOnly", "write-only", "write-only"],
  ] as const) {
    if (old[flag] === next[flag]) continue;
    if (flag === "deprecated")
      add(next[flag] ? `${id}-deprecated` : `${id}-undeprecated`, next[flag] ? `is ${word}` : `is no longer ${word}`);
    else add(`${id}-${next[flag] ? "added" : "removed"}`, next[flag] ? `is ${word}` : `is no longer ${word}`);
  }
  if (old.other !== next.other) add("schema-keyword-changed", `${keywords(old.other, next.other)} differs`);
  if (old.documentation !== next.documentation) {
    add("documentation-changed", `${keywords(old.documentation, next.documentation)} reads differently`);
  }
  return found;
}

type Add = (id: string, text: string) => void;

function compareTypes(old: SchemaView, next: SchemaView, add: Add): void {
  const before = old.types?.join(" or ") ?? "any type";
  const after = next.types?.join(" or ") ?? "any type";
  if (before === after) return;
  const text = `type was ${before}, is ${after}`;
  const widened = old.types === undefined ? false : next.types === undefined || covers(next.types, old.types);
  const narrowed = next.types === undefined ? false : old.types === undefined || covers(old.types, next.types);
  add(widened ? "type-widened" : narrowed ? "type-narrowed" : "type-changed", text);
}

function covers(types: readonly string[], others: readonly string[]): boolean {
  return others.every((type) => types.includes(type) || (type === "integer" && types.includes("number")));
}

function compareFormats(old: SchemaView, next: SchemaView, add: Add): void {
  // Another type is another format by nature.
  if (old.format === next.format || old.types?.join() !== next.types?.join()) return;
  const text = `format was ${old.format ?? "not stated"}, is ${next.format ?? "not stated"}`;
  if (old.format === undefined || WIDER[next.format ?? ""] === old.format) add("format-added", text);
  else if (next.format === undefined || WIDER[old.format] === next.format) add("format-removed", text);
  else add("format-changed", text);
}

function compareDefaults(old: SchemaView, next: SchemaView, add: Add): void {
  const before = canonicalText(old.default);
  const after = canonicalText(next.default);
  if (before === after) return;
  if (before === "") add("default-added", `the default is ${after}, there was none`);
  else if (after === "") add("default-removed", `the default was ${before}, there is none`);
  else add("default-changed", `the default was ${before}, is ${after}`);
}

/** The keywords whose text differs, for people. */
function keywords(old: string, next: string): string {
  const lines = (text: string) => text.split("\n").filter((line) => line !== "");
  const changed = [
    ...lines(old).filter((line) => !lines(next).includes(line)),
    ...lines(next).filter((line) => !lines(old).includes(line)),
  ];
  return (
    [...new Set(changed.map((line) => line.slice(0, line.indexOf(":"))))].sort().join(", ") || "the order of its parts"
  );
}
