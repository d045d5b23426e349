import type { DiffPolicy } from "../diff/policy/policy.ts";

/** One API of the workspace. Paths are relative to the root of the repository. */
export interface ApiConfig {
  /** The OpenAPI spec: JSON or YAML, gzip or not. */
  readonly spec: string;
  /** An OpenAPI Overlay with our exceptions to it. */
  readonly overlay?: string;
  /** The package whose `src/generated` and `docs` are written. */
  readonly package: string;
  /** Whether reference pages are written into `docs`. Default true. */
  readonly docs?: boolean;
  /** Which methods of the sdk stand for which operations, for the reference pages: see spec/README.md. */
  readonly sdk?: string;
  /** Folders of templates; one that has a template of ours replaces it. Default none. */
  readonly templates?: readonly string[];
  /** Folders and URLs that `$ref`s of the spec may reach beside its own folder. Default none. */
  readonly allowRefs?: readonly string[];
}

export interface SailkitConfig {
  readonly apis: Readonly<Record<string, ApiConfig>>;
  /** How `sailkit diff` judges changes. Default: as the vendor does, see docs/diff-rules.md. */
  readonly diff?: DiffPolicy;
}

/** Gives the configuration its type. */
export function defineConfig(config: SailkitConfig): SailkitConfig {
  return config;
}
