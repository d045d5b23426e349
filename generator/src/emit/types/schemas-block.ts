/** The declarations of component schemas in printed types. Their own lines are indented further than the last one. */
const BLOCK = /^export interface components \{\n {4}schemas: \{\n[\s\S]*?^ {4}\};\n/m;

/** What the printer writes where there are none. */
const NONE = /^export interface components \{\n {4}schemas: never;\n/m;

/** The component schemas in the text of types, to be used again; undefined where it has none. */
export function schemasBlock(types: string): string | undefined {
  return BLOCK.exec(types)?.[0];
}

/** Types that were printed without component schemas, with them. */
export function withSchemasBlock(types: string, block: string): string {
  return types.replace(NONE, () => block);
}
