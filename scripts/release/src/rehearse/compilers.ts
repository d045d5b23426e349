import path from "node:path";
import { binary } from "./binary.ts";

/** TypeScript 5.9, which the generator has, and TypeScript 7. */
export function compilers(repository: string): string[] {
  return [path.join(repository, "generator"), repository].map((folder) => binary(folder, "typescript", "bin/tsc"));
}
