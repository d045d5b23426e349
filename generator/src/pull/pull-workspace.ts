import type { SailkitConfig } from "../config/define-config.ts";

/** The repository that a pull works in. */
export interface PullWorkspace extends SailkitConfig {
  /** Absolute path. */
  readonly root: string;
}
