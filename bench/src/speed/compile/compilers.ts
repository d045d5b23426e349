import { readFileSync } from "node:fs";
import path from "node:path";
import { repository } from "../repository.ts";

/** The TypeScript compilers to measure with: version and script. */
export const compilers: readonly { readonly version: string; readonly tsc: string }[] = [
  "typescript",
  "typescript-5.9",
].map((name) => {
  const folder = path.join(repository, "bench/node_modules", name);
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { version: string };
  return { version, tsc: path.join(folder, "bin/tsc") };
});
