/** What became of the changeset of a package. */
export interface ChangesetOutcome {
  readonly package: string;
  /** `kept`: a person has edited the file. `none`: nothing changed that a consumer could notice. */
  readonly outcome: "written" | "unchanged" | "kept" | "none";
  /** Path relative to the root, with `/`; undefined where there is none. */
  readonly file: string | undefined;
  /** For people: a sentence, and where the package no longer compiles, what does not. */
  readonly message: string;
}
