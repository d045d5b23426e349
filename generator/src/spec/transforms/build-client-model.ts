import type { ClientModel, OperationModel, SchemaModel, TagModel } from "../../model/client-model.ts";
import { CODECS, localCodecName } from "../../naming/codec-names.ts";
import { FIXED_EXPORTS, RUNTIME_EXPORTS } from "../../naming/export-names.ts";
import { isLegalIdentifier, kebabCase, pascalCase } from "../../naming/identifier.ts";
import { NameAllocator } from "../../naming/name-allocator.ts";
import type { Finding } from "../finding.ts";
import { isObject, type JsonObject } from "../json.ts";
import { type CollectedOperation, text } from "./collect-operations.ts";
import { filterFields } from "./collection/filter-fields.ts";
import { itemProperty } from "./collection/item-property.ts";
import { sorterFields } from "./collection/sorter-fields.ts";
import { nameEnums } from "./name-enums.ts";
import { nameOperations, type OperationNames } from "./name-operations.ts";
import { pagingModel } from "./paging.ts";
import type { PreparedSchemas } from "./schemas/prepare-schemas.ts";
import { securityAlternatives } from "./security.ts";
import { defaultServerUrl, serverModels } from "./servers.ts";
import { wirePath } from "./wire-path.ts";

/** Module names that stand for something else in the package, or that Windows keeps for devices. */
const RESERVED_SLUGS = [
  ..."client enums index manifest models operations package schema servers".split(" "),
  ..."con prn aux nul".split(" "),
  ...["com", "lpt"].flatMap((device) => Array.from({ length: 10 }, (_, port) => `${device}${port}`)),
];

/** Decides everything the templates print. */
export function buildClientModel(
  document: JsonObject,
  collected: readonly CollectedOperation[],
  prepared: PreparedSchemas,
  findings: Finding[],
): ClientModel {
  const names = new NameAllocator({
    reserved: [...RUNTIME_EXPORTS, ...FIXED_EXPORTS, ...CODECS.map(localCodecName)],
  });
  const schemas = nameSchemas(prepared, names);
  const operationNames = nameOperations(collected, names, findings);
  const tags = tagModels(document, collected);
  const slugs = new Map(tags.map(({ name, slug }) => [name, slug]));
  const info = isObject(document.info) ? document.info : {};
  return {
    title: text(info.title) || "API",
    version: text(info.version),
    description: text(info.description),
    tags,
    operations: collected.map((operation) =>
      operationModel(document, operation, operationNames.get(operation) as OperationNames, slugs, findings),
    ),
    schemas,
    enums: nameEnums(prepared.enums, names),
    servers: serverModels(document.servers),
  };
}

function nameSchemas(prepared: PreparedSchemas, names: NameAllocator): SchemaModel[] {
  const keys = Object.keys(prepared.schemas);
  const legalFirst = [...keys].sort((a, b) => Number(isLegalIdentifier(b)) - Number(isLegalIdentifier(a)));
  const named = new Map(
    legalFirst.map((key) => {
      const wanted = isLegalIdentifier(key) ? key : pascalCase(key, "Schema");
      return [key, names.allocate(wanted, `${wanted}Schema`)];
    }),
  );
  return keys.map((key) => {
    const schema = prepared.schemas[key] as JsonObject;
    return {
      key,
      name: named.get(key) as string,
      description: text(schema.description),
      deprecated: schema.deprecated === true,
      schema,
    };
  });
}

function tagModels(document: JsonObject, collected: readonly CollectedOperation[]): TagModel[] {
  const described = new Map<string, string>();
  for (const tag of Array.isArray(document.tags) ? document.tags : []) {
    if (isObject(tag) && typeof tag.name === "string") described.set(tag.name, text(tag.description));
  }
  const used = [...new Set(collected.flatMap(tagNames))].sort();
  const slugs = new NameAllocator({ reserved: RESERVED_SLUGS, caseInsensitive: true });
  return used.map((name) => {
    const slug = kebabCase(name, "tag");
    return { name, slug: slugs.allocate(slug, `${slug}-api`), description: described.get(name) ?? "" };
  });
}

function tagNames({ operation }: CollectedOperation): [string, ...string[]] {
  const stated = Array.isArray(operation.tags)
    ? operation.tags.filter((tag) => typeof tag === "string" && tag !== "")
    : [];
  const [first = "default", ...rest] = new Set(stated as string[]);
  return [first, ...rest];
}

function operationModel(
  document: JsonObject,
  collected: CollectedOperation,
  names: OperationNames,
  slugs: ReadonlyMap<string, string>,
  findings: Finding[],
): OperationModel {
  const { operation, parameters, pointer } = collected;
  const query = (name: string) => parameters.find((parameter) => parameter.in === "query" && parameter.name === name);
  const filters = query("filters");
  const sorters = query("sorters");
  const sent = wirePath(collected.path);
  const levels = operation["x-sailpoint-userLevels"];
  const [firstTag, ...otherTags] = tagNames(collected).map((name) => slugs.get(name) as string);
  return {
    ...names,
    pointer,
    method: collected.method,
    path: leadingSlash(collected.path),
    wirePath: leadingSlash(sent.path),
    fixedQuery: sent.query,
    tags: [firstTag as string, ...otherTags],
    summary: text(operation.summary),
    description: text(operation.description),
    deprecated: operation.deprecated === true ? text(operation["x-deprecated-description"]).trim() : undefined,
    parameters,
    body: collected.body,
    responses: collected.responses,
    security: securityAlternatives(operation.security, document.security),
    userLevels: Array.isArray(levels) ? levels.map(String) : [],
    filters: filters && filterFields(filters.source, itemProperty(document, collected.responses), pointer, findings),
    sorters: sorters && sorterFields(sorters.source, pointer, findings),
    paging: pagingModel(document, parameters),
    server: defaultServerUrl(operation.servers) ?? defaultServerUrl(collected.pathItem.servers),
  };
}

function leadingSlash(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}
