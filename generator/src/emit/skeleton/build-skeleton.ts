import type { ClientModel, OperationModel, TagModel } from "../../model/client-model.ts";
import { localCodecName } from "../../naming/codec-names.ts";
import type { Json, JsonObject } from "../../spec/json.ts";
import { literal } from "../../text/literal.ts";
import type { DocsContext } from "../docs/build-docs.ts";
import { docLines } from "./doc-lines.ts";
import { exportedNames } from "./exported-names.ts";
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
export function buildSkeleton(client: ClientModel, provenance: Provenance, docs?: DocsContext): JsonObject {
  const paths: JsonObject = {};
  const members = membersByTag(client);
  for (const tag of client.tags) {
    for (const extensions of moduleOperations(tag, members.get(tag.slug) ?? [], docs)) {
      const id = `o${Object.keys(paths).length}`;
      paths[`/${id}`] = {
        get: { operationId: id, tags: [tag.slug], responses: { 200: { description: "" } }, ...extensions },
      };
    }
  }
  const homes = new Set(client.operations.map(({ tags }) => tags[0]));
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
    "x-sailkit-tags": client.tags.filter(({ slug }) => homes.has(slug)).map(({ slug }) => ({ slug })),
    "x-sailkit-manifest": client.operations.map(manifestContext),
    "x-sailkit-schemas": client.schemas.map(schemaContext),
    "x-sailkit-enums": client.enums.map(enumContext),
    "x-sailkit-servers": serverContext(client.servers),
    ...docs?.root,
  };
}

function membersByTag(client: ClientModel): Map<string, OperationModel[]> {
  const members = new Map<string, OperationModel[]>(client.tags.map(({ slug }) => [slug, []]));
  for (const operation of client.operations) for (const slug of operation.tags) members.get(slug)?.push(operation);
  return members;
}

/** The operations of one module: those it defines, and re-exports of those whose first tag is another. */
function moduleOperations(tag: TagModel, members: readonly OperationModel[], docs?: DocsContext): JsonObject[] {
  const contexts = members.map((operation) => (operation.tags[0] === tag.slug ? operationContext(operation) : false));
  return members.map((operation, index) => ({
    "x-sailkit-module": index === 0 ? moduleContext(tag, members, contexts) : false,
    "x-sailkit-operation": contexts[index] ?? false,
    "x-sailkit-re-export": contexts[index]
      ? false
      : { names: exportedNames(operation).map((name) => ({ name })), from: operation.tags[0] },
    ...docs?.operation(operation, tag, index === 0),
  }));
}

/** What the module of a tag needs beside its operations. */
function moduleContext(tag: TagModel, members: readonly OperationModel[], contexts: readonly Json[]): JsonObject {
  const own = members.filter(({ tags }) => tags[0] === tag.slug);
  const codecs = new Set(own.flatMap(codecNames));
  // Unused imports do not compile.
  const text = JSON.stringify(contexts);
  return {
    doc: docLines([tag.name, tag.description]),
    codecs: [...codecs]
      .sort()
      .map((name) => ({ name, local: localCodecName(name), file: literal(`../../runtime/codecs/${name}.ts`) })),
    types:
      own.length > 0 &&
      ["Body", "Failure"]
        .filter((name) => text.includes(`${name}<`))
        .concat("CallOptions", "Caller", "Result")
        .join(", "),
    schema: text.includes("operations["),
  };
}
