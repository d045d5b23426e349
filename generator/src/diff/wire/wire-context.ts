import type { JsonObject } from "../../spec/json.ts";
import type { DiffFinding } from "../finding.ts";
import type { ScopeReading } from "../policy/policy.ts";
import type { SchemaGraph } from "./schema/schema-graph.ts";

/** What the comparisons of the wire share. */
export interface WireContext {
  readonly old: JsonObject;
  readonly new: JsonObject;
  readonly schemas: SchemaGraph;
  readonly scopes: ScopeReading;
  /** Takes a finding. The same one for several operations is one finding. */
  readonly report: (finding: DiffFinding) => void;
}
