import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { repository } from "../repository.ts";

/** Strict, and as bundlers resolve, since peers import without extensions. */
const OPTIONS = {
  strict: true,
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  lib: ["es2023", "dom", "dom.iterable"],
  types: [],
  skipLibCheck: true,
  noEmit: true,
  allowImportingTsExtensions: true,
};

/** A folder in which TypeScript checks what `include` names, and finds the packages that clients need. */
export function consumerFolder(
  folder: string,
  include: readonly string[],
  options: Readonly<Record<string, unknown>> = {},
): string {
  mkdirSync(path.join(folder, "node_modules"), { recursive: true });
  for (const name of ["openapi-fetch", "sailpoint-api-client"]) {
    symlinkSync(path.join(repository, "bench/node_modules", name), path.join(folder, "node_modules", name), "junction");
  }
  const config = { compilerOptions: { ...OPTIONS, ...options }, include };
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(config));
  return folder;
}
