import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { componentSchemas } from "../../spec/transforms/schemas/schema-usage.ts";
import type { DiffFinding } from "../finding.ts";
import type { ScopeReading } from "../policy/policy.ts";
import type { SpecSide } from "../spec-side.ts";
import { compareOperation } from "./compare-operation.ts";
import { compareSchemes } from "./compare-schemes.ts";
import { compareServers } from "./compare-servers.ts";
import { compareWebhooks } from "./compare-webhooks.ts";
import { matchOperations } from "./match-operations.ts";
import { namePlace } from "./name-place.ts";
import { readOperations } from "./read-operations.ts";
import { canonicalText } from "./schema/canonical-text.ts";
import { SchemaGraph } from "./schema/schema-graph.ts";
import type { SpecOperation } from "./spec-operation.ts";
import type { WireContext } from "./wire-context.ts";

/**
 * Everything that differs in what goes over the wire, or in how it is described.
 * @param scopes what a list of scopes means
 */
export function compareWire(old: SpecSide, next: SpecSide, scopes: ScopeReading): DiffFinding[] {
  const found: DiffFinding[] = [];
  const schemas = new SchemaGraph(old.document, next.document);
  const context: WireContext = {
    old: old.document,
    new: next.document,
    schemas,
    scopes,
    report: (finding) => found.push(finding),
  };
  const before = readOperations(old.document, old.prepared.client.operations);
  const after = readOperations(next.document, next.prepared.client.operations);
  const { pairs, added, removed } = matchOperations(before, after);
  for (const pair of pairs) compareOperation(pair.old, pair.new, context);
  for (const operation of removed) found.push(whole("operation-removed", operation, "is gone", "old"));
  for (const operation of added) found.push(whole("operation-added", operation, "is new", "new"));
  compareServers(old.document.servers, next.document.servers, "/servers", "", context);
  compareSchemes(next.prepared.client.operations, context);
  compareWebhooks(context);
  compareInfo(context);
  compareUnused(context);
  for (const difference of schemas.differences()) {
    const { id, pointer, in: side, text, directions, operations } = difference;
    const message = `${namePlace(side === "old" ? old.document : next.document, pointer)}: ${text}`;
    found.push({ id, pointer, in: side, message, directions, operations });
  }
  return found;
}

function whole(id: string, { model }: SpecOperation, text: string, side: "old" | "new"): DiffFinding {
  const message = `${model.id} (${model.method.toUpperCase()} ${model.path}) ${text}`;
  return { id, pointer: model.pointer, in: side, message, operations: [model.id] };
}

/** Schemas that no operation uses are compared as well: their types are exported. */
function compareUnused({ old, new: next, schemas }: WireContext): void {
  const before = componentSchemas(old);
  for (const [key, node] of Object.entries(componentSchemas(next))) {
    if (!Object.hasOwn(before, key)) continue;
    const pointer = `/components/schemas/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    schemas.addUnused({ node: before[key] as Json, pointer }, { node: node as Json, pointer });
  }
}

function compareInfo({ old, new: next, report }: WireContext): void {
  const info = (document: JsonObject) => (isObject(document.info) ? document.info : {});
  const text = (document: JsonObject) => {
    const { version: _version, ...rest } = info(document);
    return canonicalText({ info: rest, tags: document.tags, externalDocs: document.externalDocs });
  };
  const versions = (document: JsonObject) => `${info(document).version ?? "none"} (OpenAPI ${document.openapi})`;
  if (versions(old) !== versions(next)) {
    const message = `the version was ${versions(old)}, is ${versions(next)}`;
    report({ id: "version-changed", pointer: "/info/version", in: "new", message });
  }
  if (text(old) !== text(next)) {
    report({
      id: "documentation-changed",
      pointer: "/info",
      in: "new",
      message: "what the spec says of itself reads differently",
    });
  }
}
