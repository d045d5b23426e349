import type { SdkDocs } from "./sdk-docs.ts";

/** What the reference pages need to know beside the spec. */
export interface DocsSettings {
  /** Short name of the API in ids and URLs, in kebab-case: `beta`. */
  readonly api: string;
  /** The package that examples import from: `@sailkit/beta-client`. */
  readonly package: string;
  /** What the pages are made from, a file name, and the command that makes them again. */
  readonly source: string;
  readonly command: string;
  /** Which methods of an sdk stand for which operations, where there is an sdk. */
  readonly sdk: SdkDocs | undefined;
}
