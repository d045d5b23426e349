import type { ClientModel, OperationModel, TagModel } from "../../model/client-model.ts";
import type { JsonObject } from "../../spec/json.ts";
import { literal } from "../../text/literal.ts";
import { docLines } from "./doc-lines.ts";
import { manifestContext } from "./manifest-context.ts";
import { operationContext } from "./operation-context.ts";
import { codecNames } from "./operation-descriptor.ts";
import { enumContext, schemaContext } from "./schema-context.ts";
import { serverContext } from "./server-context.ts";

/** Who makes what from what: printed as the banner of every file. */
export interface Provenance {
  /** How the spec is named in banners: a file name, never a path. */
  readonly source: string;
  /** The command that makes the files again. */
  readonly command: string;
}

/**
 * The document openapi-generator reads: nothing but tags and operations, each with what templates print in `x-sailkit-*`.
 * Paths are numbers, so that no text of the spec is ever parsed by the tool, and component schemas stay out: building their
 * models is what the tool spends its time on.
 */
export function buildSkeleton(client: ClientModel, provenance: Provenance): JsonObject {
  const paths: JsonObject = {};
  const add = (tag: string, extensions: JsonObject) => {
    const id = `o${Object.keys(paths).length}`;
    paths[`/${id}`] = { get: { operationId: id, tags: [tag], responses: { 200: { description: "" } }, ...extensions } };
  };
  for (const tag of client.tags) {
    const members = client.operations.filter(({ tags }) => (tags as readonly string[]).includes(tag.slug));
    for (const [index, operation] of members.entries()) {
      const isHome = operation.tags[0] === tag.slug;
      add(tag.slug, {
        "x-sailkit-module": index === 0 ? moduleContext(tag, members) : false,
        "x-sailkit-operation": isHome ? operationContext(operation) : false,
        "x-sailkit-re-export": isHome
          ? false
          : { names: exportedNames(operation).map((name) => ({ name })), from: operation.tags[0] },
      });
    }
  }
  return {
    openapi: "3.0.3",
    info: { title: "skeleton", version: "1" },
    paths,
    "x-sailkit-banner": { source: provenance.source, command: provenance.command },
    "x-sailkit-api": {
      title: literal(client.title),
      version: literal(client.version),
      doc: docLines([client.title, client.description]),
    },
    "x-sailkit-tags": client.tags
      .filter((tag) => client.operations.some(({ tags }) => tags[0] === tag.slug))
      .map(tagContext),
    "x-sailkit-manifest": client.operations.map(manifestContext),
    "x-sailkit-schemas": client.schemas.map(schemaContext),
    "x-sailkit-enums": client.enums.map(enumContext),
    "x-sailkit-servers": serverContext(client.servers),
  };
}

/** What the module of a tag needs beside its operations. */
function moduleContext(tag: TagModel, members: readonly OperationModel[]): JsonObject {
  const own = members.filter(({ tags }) => tags[0] === tag.slug);
  const codecs = new Set(own.flatMap(codecNames));
  return {
    doc: docLines([tag.name, tag.description]),
    codecs: [...codecs].sort().map((name) => ({ name, file: literal(`../../runtime/codecs/${name}.ts`) })),
    types: own.length > 0 && usedTypes(own),
  };
}

/** Names to import from the runtime's types: only used ones, since unused imports do not compile. */
function usedTypes(own: readonly OperationModel[]): string {
  const text = JSON.stringify(own.map(operationContext));
  return ["Body", "Failure"]
    .filter((name) => text.includes(`${name}<`))
    .concat("CallOptions", "Caller", "Result")
    .join(", ");
}

/** Names that the module of an operation exports for it. */
function exportedNames(operation: OperationModel): string[] {
  return [operation.name];
}

function tagContext(tag: TagModel): JsonObject {
  return { slug: tag.slug };
}
