import { resolveParts } from "../../../src/diff/wire/schema/expand-parts.ts";
import type { Part } from "../../../src/diff/wire/schema/schema-view.ts";
import { viewSchema } from "../../../src/diff/wire/schema/view-schema.ts";
import type { JsonObject } from "../../../src/spec/json.ts";
import { consumerType } from "./consumer-type.ts";

/** Collects functions that read component schemas, as they are needed. */
export interface ReaderNames {
  /** The name of the function that reads a component schema, by its key; undefined where its type has no name. */
  readonly readerOf: (key: string) => string | undefined;
}

/** Statements in which a consumer reads a value with everything in it, each on a line. */
export function consumerReads(
  document: JsonObject,
  parts: readonly Part[],
  expression: string,
  names: ReaderNames,
  depth = 0,
): string[] {
  const resolved = resolveParts(document, parts);
  const view = viewSchema(document, parts);
  const scalar = consumerType(document, parts, false);
  if (scalar !== undefined) {
    const compared = (view.values ?? []).slice(0, 40).map((value) => `void (${expression} === ${value});`);
    return [`use<${scalar}>(${expression});`, ...compared];
  }
  const guarded = (lines: string[]) => (view.nullable ? [`if (${expression} !== null) {`, ...lines, "}"] : lines);
  const key = /^\/components\/schemas\/([^/]+)$/.exec(resolved[0]?.pointer ?? view.pointer)?.[1];
  const reader =
    key === undefined || depth === 0 ? undefined : names.readerOf(key.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (reader !== undefined) return guarded([`${reader}(${expression});`]);
  if (depth > 6 || view.variants.length > 0) return [];
  if (view.types?.join() === "array" && view.items) {
    const item = `item${depth}`;
    const lines = consumerReads(document, view.items, item, names, depth + 1);
    return guarded([`for (const ${item} of ${expression}) {`, ...lines, "}"]);
  }
  if (view.types?.join() !== "object") return [];
  const lines = [...view.properties].flatMap(([name, property]) => {
    const place = `${expression}[${JSON.stringify(name)}]`;
    const reads = consumerReads(document, property, `value${depth}`, names, depth + 1);
    const value = [`{ const value${depth} = ${place};`, ...reads, "}"];
    return view.required.has(name)
      ? value
      : [`{ const value${depth} = ${place}; if (value${depth} !== undefined) {`, ...reads, "}}"];
  });
  if (view.properties.size === 0 && Array.isArray(view.additional)) {
    const reads = consumerReads(document, view.additional, `value${depth}`, names, depth + 1);
    lines.push(`for (const value${depth} of Object.values(${expression})) {`, ...reads, "}");
  }
  return guarded(lines);
}
