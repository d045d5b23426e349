// The package's own entry point loads Redocly (0.3 s). These two modules are all that is needed, and it exports their paths.
declare module "openapi-typescript/dist/transform/index.mjs" {
  const transformSchema: typeof import("openapi-typescript").transformSchema;
  export default transformSchema;
}

declare module "openapi-typescript/dist/lib/ts.mjs" {
  export const astToString: typeof import("openapi-typescript").astToString;
}
