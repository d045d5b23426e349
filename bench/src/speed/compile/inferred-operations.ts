import { camelCase } from "../../../../generator/src/naming/identifier.ts";
import { NameAllocator } from "../../../../generator/src/naming/name-allocator.ts";
import { METHODS } from "../specs/methods.ts";

/**
 * A module with a function for each operation, whose types TypeScript is left to infer: what one writes by hand over
 * openapi-fetch.
 * @param document a spec, whose types are in `schema.ts` in the folder above the module
 */
export function inferredOperations({ paths }: Record<string, unknown>): string {
  const names = new NameAllocator();
  const functions = Object.entries((paths ?? {}) as Record<string, Record<string, { operationId?: string }>>).flatMap(
    ([path, item]) =>
      METHODS.flatMap((method) => {
        const operation = item[method];
        if (operation === undefined) return [];
        const name = names.allocate(camelCase(operation.operationId ?? `${method}${path}`, "operation"));
        const url = JSON.stringify(path);
        return `export const ${name} = (client: Client<paths>, init: MaybeOptionalInit<paths[${url}], "${method}">) =>
  client.${method.toUpperCase()}(${url}, init);`;
      }),
  );
  return `import type { Client, MaybeOptionalInit } from "openapi-fetch";
import type { paths } from "../schema.ts";

${functions.join("\n")}
`;
}
