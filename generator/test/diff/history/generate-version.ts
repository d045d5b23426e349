import path from "node:path";
import { generate } from "../../../src/commands/generate.ts";
import { readSide } from "../../../src/diff/read-side.ts";
import type { SpecSide } from "../../../src/diff/spec-side.ts";
import { silentReporter } from "../../silent-reporter.ts";

const SILENT = silentReporter();

/** One version of a spec: what it says, and the package it gives. */
export interface Version {
  /** Date of the version, from the name of its file. */
  readonly name: string;
  readonly side: SpecSide;
  /** Folder of the generated package. */
  readonly folder: string;
}

/** Reads a version of a spec and generates its package into a folder below `root`. */
export async function generateVersion(spec: string, root: string): Promise<Version> {
  const name = path.basename(spec).slice(0, 10);
  const folder = path.join(root, path.basename(spec).replace(/\.json(?:\.gz)?$/, ""));
  const target = { spec, overlay: undefined, allowRefs: [] };
  const side = await readSide(target, SILENT);
  const more = {
    name,
    root: folder,
    extent: "package",
    docs: false,
    sdk: undefined,
    command: "sailkit generate",
  } as const;
  await generate({ ...target, ...more }, { force: true }, SILENT);
  return { name, side, folder };
}
