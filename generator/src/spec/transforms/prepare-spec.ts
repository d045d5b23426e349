import type { ClientModel } from "../../model/client-model.ts";
import type { Finding } from "../finding.ts";
import type { JsonObject } from "../json.ts";
import { buildClientModel } from "./build-client-model.ts";
import { canonicalize } from "./canonicalize.ts";
import { collectOperations } from "./collect-operations.ts";
import { resolveDynamicRefs } from "./dynamic-refs.ts";
import { prepareTypes } from "./prepare-types.ts";
import { prepareSchemas } from "./schemas/prepare-schemas.ts";

/** What the emitters read. */
export interface PreparedSpec {
  /** For the type emitter: one dialect, safe text, no references but to schemas. */
  readonly types: JsonObject;
  /** For the templates: every name and value decided. */
  readonly client: ClientModel;
  /** The spec itself, keys in order: what docs say beside the types. */
  readonly document: JsonObject;
  readonly findings: readonly Finding[];
}

/** Runs every transform over a bundled, guarded spec. Pure: the same spec gives the same result, whatever its key order. */
export function prepareSpec(bundled: JsonObject): PreparedSpec {
  const findings: Finding[] = [];
  const document = resolveDynamicRefs(canonicalize(bundled));
  const collected = collectOperations(document, findings);
  const schemas = prepareSchemas(document, collected);
  const client = buildClientModel(document, collected, schemas, findings);
  return { types: prepareTypes(document, collected, client.operations, schemas), client, document, findings };
}
