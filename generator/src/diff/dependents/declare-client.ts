import { enumContext } from "../../emit/skeleton/schema-context.ts";
import { emitTypes } from "../../emit/types/emit-types.ts";
import type { ClientModel } from "../../model/client-model.ts";
import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { ALIASES_KEY } from "../../spec/transforms/prepare-types.ts";
import { componentSchemas } from "../../spec/transforms/schemas/schema-usage.ts";
import { referencesIn } from "../references-in.ts";
import type { SpecSide } from "../spec-side.ts";
import { pathsOf } from "../types/paths-of.ts";
import { preparedOperations } from "../types/prepared-operations.ts";
import { serversType } from "../types/servers-type.ts";
import { declareOperation } from "./declare-operation.ts";

/**
 * What the generated part of a client declares, without what it does: enough to compile what builds on it, made without Java.
 *
 * @param uses whether somebody imports a name from the client; what nobody does is left out, with its types
 * @returns files of `src/generated` by their path in it
 */
export async function declareClient(
  { prepared }: SpecSide,
  uses: (name: string) => boolean,
): Promise<Map<string, string>> {
  const { client, types } = prepared;
  const operations = client.operations.filter(({ name, initName, resultName, filtersName }) =>
    [name, initName, resultName, filtersName].some(uses),
  );
  const schemas = client.schemas.filter(({ name }) => uses(name));
  const all = ["components", "operations", "paths", "webhooks"].some(uses);
  const lines = [
    'import type { Body, CallOptions, Caller, Failure, Result } from "../runtime/types.ts";',
    'import type { components, operations } from "./schema.ts";',
    'export type * from "./schema.ts";',
    'export * from "./servers.ts";',
    ...schemas.map(({ name, key }) => `export type ${name} = components["schemas"][${JSON.stringify(key)}];`),
    ...enumLines(client, uses),
    ...operations.map(declareOperation),
  ];
  const keys = schemas.map(({ key }) => key);
  const used = all ? types : part(types, new Set(operations.map(({ name }) => name)), keys);
  return new Map([
    ["index.ts", `${lines.join("\n")}\n`],
    ["schema.ts", await emitTypes(used)],
    ["servers.ts", serverLines(client)],
    ["manifest.ts", manifestLines(client)],
    ...client.tags.map(({ slug }): [string, string] => [`operations/${slug}.ts`, 'export * from "../index.ts";\n']),
  ]);
}

function enumLines({ enums }: ClientModel, uses: (name: string) => boolean): string[] {
  return enums.map(enumContext).flatMap(({ name, typeName, values, openPart }) => {
    if (![name, typeName].some((one) => typeof one === "string" && uses(one))) return [];
    const list = `export declare const ${name}: readonly [${values}];`;
    return typeName ? [list, `export type ${typeName} = (typeof ${name})[number]${openPart};`] : [list];
  });
}

function serverLines({ servers }: ClientModel): string {
  return `import type { ServerTemplate } from "../runtime/server-url.ts";
export declare const servers: readonly ServerTemplate[];
export type Servers = ${serversType(servers)};
`;
}

function manifestLines({ operations }: ClientModel): string {
  const names = operations.map(({ name }) => JSON.stringify(name)).join(" | ");
  return `import type { OperationManifest } from "../runtime/manifest.ts";
export type OperationName = ${names || "never"};
export declare const manifest: Readonly<Record<OperationName, OperationManifest>>;
`;
}

/** The types of some operations and schemas, and of all they refer to. */
function part(types: JsonObject, names: ReadonlySet<string>, keys: readonly string[]): JsonObject {
  const sources = componentSchemas(types);
  const aliases = types[ALIASES_KEY];
  // Schemas that refer to each other by the names of type aliases, in which no reference can be seen.
  const schemas: JsonObject = {};
  const queue: (Json | undefined)[] = [];
  const take = (key: string) => {
    if (Object.hasOwn(schemas, key) || !Object.hasOwn(sources, key)) return;
    schemas[key] = sources[key];
    queue.push(sources[key]);
  };
  for (const key of [...keys, ...Object.keys(isObject(aliases) ? aliases : {})]) take(key);
  for (const [name, { node }] of preparedOperations(types)) if (names.has(name)) queue.push(node);
  while (queue.length > 0) for (const key of referencesIn(queue.pop())) take(key);
  return { ...types, paths: pathsOf(types, names), components: { schemas } };
}
