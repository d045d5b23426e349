import type { Difference, Edge } from "./difference.ts";
import type { Part, SchemaView } from "./schema-view.ts";
import type { VariantMatcher } from "./variant-matcher.ts";

/** Compares the items of arrays, the members of unions, and what tells them apart. */
export function compareMembers(
  old: SchemaView,
  next: SchemaView,
  match: VariantMatcher,
): { differences: Difference[]; edges: Edge[] } {
  const edges: Edge[] = [];
  const differences = compareDiscriminators(old, next);
  if (old.items || next.items) edges.push({ old: old.items ?? [], new: next.items ?? [], not: undefined });
  if (old.tuple && next.tuple && old.tuple.length === next.tuple.length) {
    for (const [index, part] of old.tuple.entries()) {
      edges.push({ old: [part], new: [next.tuple[index] as Part], not: undefined });
    }
  } else if (old.tuple || next.tuple) {
    const text = `had ${old.tuple?.length ?? 0} items of a fixed position, has ${next.tuple?.length ?? 0}`;
    differences.push({ id: "tuple-changed", text, in: "new", pointer: next.pointer });
  }
  const variants = compareVariants(old, next, match);
  return { differences: [...differences, ...variants.differences], edges: [...edges, ...variants.edges] };
}

function compareVariants(
  old: SchemaView,
  next: SchemaView,
  match: VariantMatcher,
): { differences: Difference[]; edges: Edge[] } {
  if (old.variants.length === 0 && next.variants.length === 0) return { differences: [], edges: [] };
  const { pairs, added, removed } = match(alternatives(old), alternatives(next));
  const differences: Difference[] = [];
  for (const part of added) {
    const text = `may also be ${variantName(part)}`;
    differences.push({ id: "variant-added", text, in: "new", pointer: part.pointer });
  }
  for (const part of removed) {
    const text = `is no longer ${variantName(part)}`;
    differences.push({ id: "variant-removed", text, in: "old", pointer: part.pointer });
  }
  return { differences, edges: pairs };
}

/** What is no union counts as one of itself. */
function alternatives(view: SchemaView): SchemaView {
  return view.variants.length > 0 ? view : { ...view, variants: view.self };
}

function compareDiscriminators(old: SchemaView, next: SchemaView): Difference[] {
  const { discriminator: before } = old;
  const { discriminator: after } = next;
  const at = { in: "new", pointer: next.pointer } as const;
  if (!before && !after) return [];
  if (!before) return [{ ...at, id: "discriminator-extended", text: `is told apart by ${after?.property}` }];
  if (before.property !== after?.property) {
    const text = `was told apart by ${before.property}, is ${after ? `by ${after.property}` : "by nothing"}`;
    return [{ ...at, id: "discriminator-changed", text }];
  }
  const found: Difference[] = [];
  for (const [value, target] of before.mapping) {
    const now = after.mapping.get(value);
    const text = `${before.property} ${JSON.stringify(value)} meant ${target}, means ${now ?? "nothing"}`;
    if (now !== target) found.push({ ...at, id: "discriminator-changed", text });
  }
  for (const [value, target] of after.mapping) {
    const text = `${before.property} may be ${JSON.stringify(value)}, which means ${target}`;
    if (!before.mapping.has(value)) found.push({ ...at, id: "discriminator-extended", text });
  }
  return found;
}

function variantName({ node }: Part): string {
  const { $ref, title, type } = node as { $ref?: unknown; title?: unknown; type?: unknown };
  if (typeof $ref === "string") return $ref.slice($ref.lastIndexOf("/") + 1);
  if (typeof title === "string") return JSON.stringify(title);
  return typeof type === "string" ? `of type ${type}` : "another alternative";
}
