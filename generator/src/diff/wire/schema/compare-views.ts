import { compareMembers } from "./compare-members.ts";
import { compareProperties } from "./compare-properties.ts";
import { compareValues } from "./compare-values.ts";
import type { Difference, Edge } from "./difference.ts";
import type { SchemaView } from "./schema-view.ts";
import type { VariantMatcher } from "./variant-matcher.ts";

/** What two views have to say about each other, and which schemas in them remain to be compared. */
export interface ViewComparison {
  readonly differences: readonly Difference[];
  readonly edges: readonly Edge[];
}

/** Compares what two schemas say themselves. Pure: what they contain is left as edges. */
export function compareViews(old: SchemaView, next: SchemaView, match: VariantMatcher): ViewComparison {
  const values = compareValues(old, next);
  // Of things that have nothing in common there is no more to say.
  if (values.some(({ id }) => id === "type-changed") || (old.types === undefined) !== (next.types === undefined)) {
    return { differences: values, edges: [] };
  }
  const properties = compareProperties(old, next);
  const members = compareMembers(old, next, match);
  return {
    differences: [...values, ...properties.differences, ...members.differences],
    edges: [...properties.edges, ...members.edges],
  };
}
