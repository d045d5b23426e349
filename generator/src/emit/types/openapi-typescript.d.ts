// The package's own entry point loads Redocly (0.3 s). These modules are all that is needed, and it exports their paths.
declare module "openapi-typescript/dist/transform/index.mjs" {
  const transformSchema: typeof import("openapi-typescript").transformSchema;
  export default transformSchema;
}

declare module "openapi-typescript/dist/lib/ts.mjs" {
  export const astToString: typeof import("openapi-typescript").astToString;
}

declare module "openapi-typescript/dist/transform/schema-object.mjs" {
  const transformSchemaObject: typeof import("openapi-typescript").transformSchemaObject;
  export default transformSchemaObject;
}
