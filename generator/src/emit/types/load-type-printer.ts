import { createRequire } from "node:module";
import type * as openapiTypescript from "openapi-typescript";
import type typescript from "typescript";

/** What turns a prepared spec into a syntax tree and that into text, and the compiler both are made with. */
export interface TypePrinter {
  readonly transformDocument: typeof openapiTypescript.transformSchema;
  readonly transformSchema: typeof openapiTypescript.transformSchemaObject;
  readonly astToString: typeof openapiTypescript.astToString;
  readonly typescript: typeof typescript;
}

/**
 * Loads it. The package's own entry point would load Redocly as well (0.3 s); `import` would search the compiler, a CommonJS
 * file of 9 MB, for exports and for module syntax before running it (0.1 s).
 */
export function loadTypePrinter(): TypePrinter {
  const require = createRequire(import.meta.url);
  return {
    transformDocument: require("openapi-typescript/dist/transform/index.cjs"),
    transformSchema: require("openapi-typescript/dist/transform/schema-object.cjs").default,
    astToString: require("openapi-typescript/dist/lib/ts.cjs").astToString,
    typescript: require("typescript"),
  };
}
