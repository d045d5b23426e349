/**
 * Whether a number behind a key of a YAML document stays the text it is written as: `openapi: 3.0` and
 * `info.version: 1.10` lose their last digit as numbers.
 *
 * @param depth levels above the mapping that has the key. Default documents have `openapi` at 0 and `info.version` at 1.
 */
export function keepsText(key: string, depth: number): boolean {
  return (key === "openapi" && depth === 0) || (key === "version" && depth <= 1);
}
