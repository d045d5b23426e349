import { mkdirSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { inRepository } from "../../config/in-repository.ts";

/** The only package that a generated client depends on. */
const DEPENDENCY = "openapi-fetch";

/**
 * Puts what a generated package depends on into its `node_modules`, from where the client of this repository has it installed, so
 * that the package can be compiled, bundled or run without an installation of its own.
 * @param folder absolute path of the package, or of a folder above several
 */
export function linkDependency(folder: string): void {
  const require = createRequire(inRepository("packages/beta-client/package.json"));
  const home = path.dirname(require.resolve(`${DEPENDENCY}/package.json`));
  mkdirSync(path.join(folder, "node_modules"), { recursive: true });
  symlinkSync(home, path.join(folder, "node_modules", DEPENDENCY), "junction");
}
