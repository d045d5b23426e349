import type { Open } from "./modules/open.ts";

/** A client that calls `getTaskStatus`, as a module. */
export interface Contender {
  readonly name: string;
  /** Absolute path of a TypeScript module that exports `open`, in a folder where it finds its packages. */
  readonly module: string;
  /** The packages that its user installs. */
  readonly packages: readonly string[];
}

/** What such a module exports. */
export interface ContenderModule {
  readonly open: Open;
}
