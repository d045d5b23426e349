import type { GlobalContext } from "openapi-typescript";
import type { Node } from "typescript";
import type { JsonObject } from "../../spec/json.ts";
import { lookUp } from "../../spec/transforms/resolve-ref.ts";
import { TYPE_KEY } from "../../spec/transforms/schemas/typed.ts";
import { hidePercent } from "./hide-percent.ts";
import { loadTypePrinter } from "./load-type-printer.ts";
import { prunePaths } from "./prune-paths.ts";
import { shareResponses } from "./share-responses.ts";
import { splitAliases } from "./split-aliases.ts";
import { tupleType } from "./tuple-type.ts";

export interface EmitTypesOptions {
  /** Awaited between steps of some 0.2 s, for whoever has something else to do in this thread. */
  readonly pause?: () => Promise<void>;
  /** Leave out the component schemas, which are half of the text, for `withSchemasBlock` to put in. */
  readonly omitSchemas?: boolean;
}

/**
 * Prints the types of a prepared spec with openapi-typescript: `paths`, `webhooks`, `components`, `operations`.
 *
 * Its transforms are called directly: its own entry point would bundle and lint the spec once more with Redocly, which
 * costs a second on large specs and follows references that are data. Only this module and the loader know the package.
 */
export async function emitTypes(prepared: JsonObject, options: EmitTypesOptions = {}): Promise<string> {
  try {
    return await printTypes(prepared, options);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    const { document, restore } = hidePercent(prepared);
    return restore(await printTypes(document, options));
  }
}

async function printTypes(prepared: JsonObject, { pause, omitSchemas }: EmitTypesOptions): Promise<string> {
  const { transformDocument, transformSchema, astToString, typescript: ts } = loadTypePrinter();
  await pause?.();
  const context: GlobalContext = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: false,
    // Discriminators are part of the prepared schemas already.
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    redoc: {} as never,
    resolve: <T>(ref: string) => lookUp(prepared, ref) as T | undefined,
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: (schema, options) => {
      const source: unknown = (schema as Record<string, unknown>)[TYPE_KEY];
      if (typeof source === "string") return ts.factory.createTypeReferenceNode(ts.factory.createIdentifier(source));
      return tupleType(schema as unknown as JsonObject, ts, (member) => transformSchema(member as never, options));
    },
    transformProperty: undefined,
  };
  const { document, aliases } = splitAliases(shareResponses(prepared));
  const printed = omitSchemas
    ? { ...document, components: { ...(document.components as JsonObject), schemas: {} } }
    : document;
  const nodes = (transformDocument(printed as never, context) as Node[]).map((node) => prunePaths(node, ts));
  for (const [name, schema] of aliases) {
    const type = transformSchema(schema as never, { ctx: context, path: `#/${name}` });
    nodes.push(ts.factory.createTypeAliasDeclaration(undefined, name, undefined, type));
  }
  await pause?.();
  return astToString(nodes);
}
