/** What became of one spec. */
export interface BreadthRow {
  /** Package or folder, and path in it. */
  readonly spec: string;
  /** Size of the file as it lies there. */
  readonly bytes: number;
  readonly outcome: "generated" | "refused" | "crashed";
  readonly operations: number;
  readonly warnings: number;
  /** Milliseconds of the whole run, JVM included. */
  readonly ms: number;
  /** Why it was refused or crashed; empty otherwise. */
  readonly reason: string;
  /** Folder of the generated package, relative to the output folder. */
  readonly slug: string;
}

/** Type errors of a generated package, by compiler. */
export interface TypeErrors {
  readonly ts7: number;
  readonly ts59: number;
}
