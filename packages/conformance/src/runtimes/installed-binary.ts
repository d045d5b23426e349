import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

/**
 * The executable that an npm package brings.
 * @param places paths in the package, of which the first that exists is taken
 * @throws Error where its install script has not put it there
 */
export function installedBinary(name: string, places: readonly string[]): string {
  const folder = path.dirname(require.resolve(`${name}/package.json`));
  const found = places.map((place) => path.join(folder, place)).find(existsSync);
  if (found !== undefined) return found;
  throw new Error(
    `The package ${name} holds none of ${places.join(", ")}: its install script has not run. Run: pnpm rebuild ${name}`,
  );
}
