import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { corpus } from "./corpus.ts";

/** One document to try. */
export interface SpecFile {
  /** How the matrix names it. */
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
}

const NAMES = /\.(?:json|ya?ml)(?:\.gz)?$/i;
const OPENAPI = /(?:^|[\s{,])["']?openapi["']?\s*:\s*["']?3\./;

/** The OpenAPI documents of the corpus packages, of `SAILKIT_SPECS`, and of the files and folders given. */
export function findSpecs(given: readonly string[], env: NodeJS.ProcessEnv = process.env): SpecFile[] {
  const specs: SpecFile[] = [];
  if (given.length === 0) for (const { name, places } of corpus) specs.push(...inPackage(name, places));
  const folders = given.length > 0 ? given : [env.SAILKIT_SPECS].filter((folder) => folder !== undefined);
  for (const folder of folders) {
    const found = within(path.resolve(folder), path.basename(folder));
    specs.push(...(statSync(folder).isFile() ? found : found.filter(({ file }) => isOpenApi(file))));
  }
  return specs;
}

function inPackage(name: string, places: readonly string[]): SpecFile[] {
  const require = createRequire(import.meta.url);
  const folder = (require.resolve.paths(name) ?? [])
    .map((base) => path.join(base, name))
    .find((candidate) => statSync(candidate, { throwIfNoEntry: false }));
  if (!folder) throw new Error(`The corpus package ${name} is not installed. Run pnpm install.`);
  return places
    .flatMap((place) => within(path.join(folder, place), `${name}/${place}`))
    .filter(({ file }) => isOpenApi(file));
}

/** A file, or every file of a folder that may hold a spec, in the order of their names. */
function within(place: string, name: string): SpecFile[] {
  const { size } = statSync(place);
  if (statSync(place).isFile()) return [{ name, file: place, bytes: size }];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && NAMES.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => {
      const below = path.relative(place, file).replaceAll("\\", "/");
      return { name: `${name}/${below}`, file, bytes: statSync(file).size };
    });
}

/** Whether a file says that it is OpenAPI 3, wherever it does; compressed ones are taken at their name. */
function isOpenApi(file: string): boolean {
  return file.endsWith(".gz") || OPENAPI.test(readFileSync(file, "utf8"));
}
