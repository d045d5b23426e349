import type { Direction } from "../../change.ts";
import type { Difference, Edge } from "./difference.ts";
import { isMarked } from "./is-marked.ts";
import type { Part, SchemaView } from "./schema-view.ts";

/** Compares the properties two schemas name, and what they say of others. */
export function compareProperties(old: SchemaView, next: SchemaView): { differences: Difference[]; edges: Edge[] } {
  const differences: Difference[] = [];
  const edges: Edge[] = [];
  for (const [name, parts] of old.properties) {
    const others = next.properties.get(name);
    if (others) {
      edges.push({ old: parts, new: others, not: notTravelling(parts, others) });
      differences.push(...compareRequired(name, old, next, parts, others));
    } else {
      const text = `the property ${JSON.stringify(name)} is gone`;
      differences.push(...inDirections(parts, { id: "property-removed", text, in: "old", pointer: place(parts) }));
    }
  }
  for (const [name, parts] of next.properties) {
    if (old.properties.has(name)) continue;
    const required = next.required.has(name);
    const text = `there is the ${required ? "required" : "optional"} property ${JSON.stringify(name)}`;
    const id = required ? "property-added-required" : "property-added-optional";
    differences.push(...inDirections(parts, { id, text, in: "new", pointer: place(parts) }));
  }
  const additional = compareAdditional(old, next);
  return { differences: [...differences, ...additional.differences], edges: [...edges, ...additional.edges] };
}

/** A read-only property is not sent, a write-only one not answered: neither need be there. */
function compareRequired(
  name: string,
  old: SchemaView,
  next: SchemaView,
  before: readonly Part[],
  after: readonly Part[],
): Difference[] {
  return (["request", "response"] as const).flatMap((only) => {
    const mark = only === "request" ? "readOnly" : "writeOnly";
    const was = old.required.has(name) && !isMarked(before, mark);
    const is = next.required.has(name) && !isMarked(after, mark);
    if (was === is) return [];
    const text = is ? "is required" : "is no longer required";
    return [{ id: `property-became-${is ? "required" : "optional"}`, text, in: "new", pointer: place(after), only }];
  });
}

/** The difference in each direction in which the property travels. */
function inDirections(parts: readonly Part[], difference: Difference): Difference[] {
  if (isMarked(parts, "readOnly")) return [{ ...difference, only: "response" }];
  if (isMarked(parts, "writeOnly")) return [{ ...difference, only: "request" }];
  return [difference];
}

function notTravelling(before: readonly Part[], after: readonly Part[]): Direction | undefined {
  if (isMarked(before, "readOnly") && isMarked(after, "readOnly")) return "request";
  if (isMarked(before, "writeOnly") && isMarked(after, "writeOnly")) return "response";
  return undefined;
}

function compareAdditional(old: SchemaView, next: SchemaView): { differences: Difference[]; edges: Edge[] } {
  const { additional: before } = old;
  const { additional: after } = next;
  if (Array.isArray(before) && Array.isArray(after)) {
    return { differences: [], edges: [{ old: before, new: after, not: undefined }] };
  }
  const isObject = (view: SchemaView) => view.types === undefined || view.types.includes("object");
  if (!isObject(old) || !isObject(next)) return { differences: [], edges: [] };
  const words = (value: SchemaView["additional"]) =>
    Array.isArray(value) ? "of one schema" : value === undefined ? "not stated" : value ? "allowed" : "forbidden";
  const text = `additional properties were ${words(before)}, are ${words(after)}`;
  const id = additionalRule(before, after);
  return { differences: id === undefined ? [] : [{ id, text, in: "new", pointer: next.pointer }], edges: [] };
}

function additionalRule(before: SchemaView["additional"], after: SchemaView["additional"]): string | undefined {
  if (before === after) return undefined;
  if (Array.isArray(before) && after === true) return "additional-properties-widened";
  if (before === true && Array.isArray(after)) return "additional-properties-narrowed";
  // Where nothing is said they are allowed, but no type shows them.
  const rank = (value: SchemaView["additional"]) => (value === false ? 0 : value === undefined ? 1 : 2);
  return `additional-properties-${rank(before) < rank(after) ? "added" : "removed"}`;
}

function place(parts: readonly Part[]): string {
  return parts[0]?.pointer ?? "";
}
