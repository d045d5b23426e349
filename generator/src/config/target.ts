/** Where generated code lies, below the root of a target. */
export const GENERATED = "src/generated";

/** The types, below the root of a target. */
export const SCHEMA_FILE = `${GENERATED}/schema.ts`;

/** One client to generate: from what, to where. */
export interface Target {
  /** Name in `sailkit.config.ts`, or of the spec file. */
  readonly name: string;
  /** Absolute path of the spec. */
  readonly spec: string;
  /** Absolute path of the overlay, where there is one. */
  readonly overlay: string | undefined;
  /** Absolute path of the package that is written. */
  readonly root: string;
  /**
   * `generated`: only the generated files, into a package of this repository. `package`: a whole package that stands alone,
   * hand-written runtime included.
   */
  readonly extent: "generated" | "package";
  /** Whether to write reference pages into `docs/`. */
  readonly docs: boolean;
  /** Absolute path of the file that says which methods of the sdk stand for which operations, for the reference pages. */
  readonly sdk?: string | undefined;
  /** Folders and URLs that `$ref`s may reach beside the folder of the spec. */
  readonly allowRefs: readonly string[];
  /** Absolute paths of folders of templates; one that has a template of ours replaces it. */
  readonly templates?: readonly string[] | undefined;
  /** The command that makes the files again, for their banner. */
  readonly command: string;
}

/** Paths below the root that belong to the generator: what it no longer makes disappears from them. */
export function ownedPaths(target: Target): string[] {
  const generated = ["docs", "sailkit.lock.json"];
  return target.extent === "generated"
    ? [GENERATED, ...generated]
    : ["src", "README.md", "package.json", "tsconfig.json", ...generated];
}
