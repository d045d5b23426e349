import { manifest } from "@sailkit/beta-client/manifest";
import type { FilterSupport } from "../filter/filter-support.ts";
import type { CollectionSupport } from "./collection-support.ts";
import { taskFields } from "./task-fields.ts";

const { filters = {}, sorters = [] } = manifest.getTaskStatusList;
const known = ([field]: readonly [string, unknown]) => taskFields.includes(field);

/** What the beta version documents, as far as it asks for fields that tasks of a tenant have. */
export const betaCollectionSupport: CollectionSupport = {
  // The manifest keeps operators and types as text; the generator has them from the same grammar.
  filters: Object.fromEntries(Object.entries(filters).filter(known)) as FilterSupport,
  sorters: sorters.filter((field) => taskFields.includes(field)),
};
