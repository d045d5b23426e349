import { emitTypes } from "../../emit/types/emit-types.ts";
import { ALIASES_KEY } from "../../spec/transforms/prepare-types.ts";
import { componentSchemas } from "../../spec/transforms/schemas/schema-usage.ts";
import type { SpecSide } from "../spec-side.ts";
import { HELPER_TYPES } from "./helper-types.ts";
import { pathsOf } from "./paths-of.ts";
import type { TypeScope } from "./type-scope.ts";
import type { TypeUnit } from "./type-unit.ts";

/**
 * TypeScript files that hold both versions of every unit. What does not differ stands in `shared.ts` once: types that are
 * the same one need no comparing.
 */
export async function writeSources(
  old: SpecSide,
  next: SpecSide,
  scope: TypeScope,
  units: readonly TypeUnit[],
): Promise<Map<string, string>> {
  const shared = await emitTypes({ paths: {}, webhooks: {}, components: { schemas: scope.shared } });
  return new Map([
    [
      "shared.ts",
      `${joined(shared, "{}")}${HELPER_TYPES}export interface UndocumentedError { readonly "~error": never }\n`,
    ],
    [
      "old.ts",
      await side(
        old,
        scope,
        units.map(({ alias, oldType }) => `export type ${alias} = ${oldType};`),
      ),
    ],
    [
      "new.ts",
      await side(next, scope, [
        ...units.map(({ alias, newType }) => `export type ${alias} = ${newType || "unknown"};`),
        // A value of the type that has the old name now.
        ...units.flatMap(({ kind, alias, oldType }) =>
          kind === "split" ? [`export type ${alias}Named = ${oldType};`] : [],
        ),
      ]),
    ],
  ]);
}

async function side({ prepared }: SpecSide, scope: TypeScope, aliases: readonly string[]): Promise<string> {
  const schemas = Object.entries(componentSchemas(prepared.types)).filter(([key]) => scope.changed.has(key));
  const types = await emitTypes({
    paths: pathsOf(prepared.types, scope.operations),
    webhooks: {},
    components: { schemas: Object.fromEntries(schemas) },
    [ALIASES_KEY]: prepared.types[ALIASES_KEY],
  });
  const imports = 'import type { Body, components as Shared, Failure, UndocumentedError } from "./shared.ts";\n';
  return `${imports}${joined(types, 'Shared["schemas"]')}\n${aliases.join("\n")}\n`;
}

/** The emitted types, with further component schemas beside their own. */
function joined(types: string, others: string): string {
  const none = /^(export interface components \{\n\s+schemas: )never;/m;
  if (none.test(types)) return types.replace(none, (_, start: string) => `${start}${others};`);
  return types.replace(
    /^(export interface components \{\n\s+schemas: )\{/m,
    (_, start: string) => `${start}${others} & {`,
  );
}
