import type { Edge } from "./difference.ts";
import type { SchemaView } from "./schema-view.ts";

/** Finds which members of two unions correspond, and which have come and gone. */
export type VariantMatcher = (
  old: SchemaView,
  next: SchemaView,
) => { pairs: Edge[]; added: SchemaView["variants"]; removed: SchemaView["variants"] };
