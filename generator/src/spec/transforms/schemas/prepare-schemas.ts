import { pascalCase } from "../../../naming/identifier.ts";
import { NameAllocator } from "../../../naming/name-allocator.ts";
import { isObject, type Json, type JsonObject } from "../../json.ts";
import { setOwn } from "../canonicalize.ts";
import type { CollectedOperation } from "../collect-operations.ts";
import type { ConvertContext, MetEnum } from "./conversion.ts";
import { convertSchema } from "./convert-schema.ts";
import { findDiscriminators } from "./discriminators.ts";
import { immediateCycles } from "./immediate-cycles.ts";
import { recursiveLists } from "./recursive-lists.ts";
import { componentSchemas, type Direction, referencedSchemas, schemaUsage } from "./schema-usage.ts";
import { withUsers } from "./with-users.ts";

/** The component schemas ready for the type emitter, and a way to convert inline ones. */
export interface PreparedSchemas {
  /** By key; with `TaskInput` beside `Task` where what is sent differs from what is answered. */
  readonly schemas: JsonObject;
  /** Names of the type aliases of those that contain themselves through lists alone, by key. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Enums of the component schemas, in order. */
  readonly enums: readonly MetEnum[];
  /** Converts an inline schema of an operation. */
  readonly convert: (schema: Json | undefined, direction: Direction) => JsonObject;
}

/** Converts `components.schemas`, once for each direction in which a schema travels and looks different. */
export function prepareSchemas(document: JsonObject, operations: readonly CollectedOperation[]): PreparedSchemas {
  const sources = componentSchemas(document);
  const usage = schemaUsage(document, operations);
  const discriminators = findDiscriminators(document);
  const cycleBreak = immediateCycles(sources);
  const isRecursive = recursiveLists(sources);
  const differing = differingSchemas(sources);
  const names = new NameAllocator({ reserved: Object.keys(sources) });
  const inputs = new Map<string, string>();
  for (const key of Object.keys(sources)) {
    const both = usage.request.has(key) && usage.response.has(key);
    if (both && differing.has(key)) inputs.set(key, names.allocate(`${key}Input`, `${key}RequestInput`));
  }
  const rename = (key: string, direction: Direction) => (direction === "request" ? (inputs.get(key) ?? key) : key);
  const aliasNames = new NameAllocator({ reserved: EMITTED });
  const aliases = new Map<string, string>();
  for (const key of Object.keys(sources).filter((name) => isRecursive(name, name))) {
    for (const name of new Set([key, rename(key, "request")])) {
      aliases.set(name, aliasNames.allocate(`Recursive${pascalCase(name, "Schema")}`));
    }
  }
  const enums: MetEnum[] = [];
  const context = (
    direction: Direction,
    self: string | undefined,
    onEnum?: ConvertContext["onEnum"],
  ): ConvertContext => ({
    direction,
    self,
    discriminators: (key) => discriminators.get(key) ?? NONE,
    rename: (key) => rename(key, direction),
    lookUp: (key) => (Object.hasOwn(sources, key) ? (isObject(sources[key]) ? sources[key] : {}) : undefined),
    cycleBreak,
    inlining: { left: MAX_INLINED },
    alias: (from, target) => (isRecursive(from, target) ? aliases.get(rename(target, direction)) : undefined),
    onEnum: onEnum ?? (() => {}),
  });
  const schemas: JsonObject = {};
  for (const [key, source] of Object.entries(sources)) {
    const direction = usage.request.has(key) && !usage.response.has(key) ? "request" : "response";
    const converted = convertSchema(
      source,
      context(direction, key, (met) => enums.push(met)),
      key,
    );
    setOwn(schemas, key, converted);
  }
  for (const [key, input] of inputs) setOwn(schemas, input, convertSchema(sources[key], context("request", key)));
  const inline = { request: context("request", undefined), response: context("response", undefined) };
  return { schemas, aliases, enums, convert: (schema, direction) => convertSchema(schema, inline[direction]) };
}

/** More parents than any real hierarchy prints in one of its schemas. */
const MAX_INLINED = 100;

/** Names that the type emitter declares itself. */
const EMITTED = ["$defs", "components", "operations", "paths", "webhooks"];

const NONE: ReadonlyMap<string, readonly string[]> = new Map();

/** Keys of the schemas that look different when sent and when answered, themselves or through what they contain. */
function differingSchemas(sources: JsonObject): Set<string> {
  const entries = Object.entries(sources);
  return withUsers(
    entries.flatMap(([key, source]) => (differsItself(source) ? [key] : [])),
    entries.map(([key, source]) => [key, referencedSchemas(source)]),
  );
}

function differsItself(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.some(differsItself);
  if (!isObject(value)) return false;
  if (value.readOnly === true || value.writeOnly === true || value.format === "binary") return true;
  if (
    Array.isArray(value.enum) &&
    value.enum.some((member) => typeof member === "string" || typeof member === "number")
  )
    return true;
  if (isObject(value.properties) && isObject(value.additionalProperties)) return true;
  for (const key of Object.keys(value)) {
    const child = value[key];
    if (child !== null && typeof child === "object" && differsItself(child)) return true;
  }
  return false;
}
