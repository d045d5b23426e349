import type { SpecSide } from "../../../src/diff/spec-side.ts";
import { operationTypes } from "../../../src/diff/types/operation-types.ts";
import { serversType } from "../../../src/diff/types/servers-type.ts";
import { enumContext } from "../../../src/emit/skeleton/schema-context.ts";
import { emitTypes } from "../../../src/emit/types/emit-types.ts";

/**
 * What a generated package declares, without what it does: enough to compile consumers against, and quick to make.
 * @param runtime path of the client's `runtime/types.ts`, as an import specifier
 */
export async function declarePackage({ prepared }: SpecSide, runtime: string): Promise<Map<string, string>> {
  const { client } = prepared;
  const lines = [
    `import type { Body, Caller, CallOptions, Failure, Result, UndocumentedError } from ${JSON.stringify(runtime)};`,
    'import type { components, operations } from "./schema.ts";',
    `export type { Caller } from ${JSON.stringify(runtime)};`,
    `export declare function createClient(options: { server?: ${serversType(client.servers)} }): Caller;`,
    ...client.schemas.map(({ name, key }) => `export type ${name} = components["schemas"][${JSON.stringify(key)}];`),
  ];
  for (const one of client.enums) {
    const { name, typeName, values, openPart } = enumContext(one);
    lines.push(`export declare const ${name}: readonly [${values}];`);
    if (typeName) lines.push(`export type ${typeName} = (typeof ${name})[number]${openPart};`);
  }
  for (const operation of client.operations) {
    const { init, data, error } = operationTypes(operation);
    const isOptional = !operation.parameters.some((one) => one.required) && !operation.body?.required;
    const phantom: string[] = [];
    if (operation.filters && operation.filters.length > 0) {
      phantom.push(`"~filters"?: ${operation.filtersName};`);
      const fields = operation.filters.map(({ name, operators, type, enum: values }) => {
        const listed = values.map((one) => JSON.stringify(one)).join(" | ");
        const value = listed !== "" ? listed : type === "integer" || type === "number" ? "number" : type;
        return `${JSON.stringify(name)}: { operators: ${operators.map((one) => JSON.stringify(one)).join(" | ")}; value: ${value} };`;
      });
      lines.push(`export interface ${operation.filtersName} { ${fields.join(" ")} }`);
    }
    if (operation.sorters)
      phantom.push(`"~sorters"?: ${operation.sorters.map((one) => JSON.stringify(one)).join(" | ") || "never"};`);
    lines.push(
      `export type ${operation.initName} = CallOptions & ${init} & { ${phantom.join(" ")} };`,
      `export type ${operation.resultName} = Result<${data}, ${error}>;`,
      `export declare function ${operation.name}(client: Caller, init${isOptional ? "?" : ""}: ${operation.initName}): Promise<${operation.resultName}>;`,
    );
  }
  lines.push("export type Unchecked = Body<never> | Failure<never> | UndocumentedError;");
  const modules = client.tags.map(({ slug }) => {
    const names = client.operations.filter(({ tags }) => tags.includes(slug)).map(({ name }) => name);
    return [`${slug}.ts`, `export { ${names.join(", ")} } from "./index.ts";\n`] as const;
  });
  return new Map([["schema.ts", await emitTypes(prepared.types)], ["index.ts", `${lines.join("\n")}\n`], ...modules]);
}
