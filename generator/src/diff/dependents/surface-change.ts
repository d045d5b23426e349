/** One place of a package's public types that differs. */
export interface SurfaceChange {
  /** `major` where code that compiled may not do so any more, `minor` where there is more than before. */
  readonly level: "major" | "minor";
  /** What it belongs to: a name that the package exports, or a model of the client. */
  readonly subject: string;
  /** Where in it, as one would write it: `list(options).params`; empty for all of it. */
  readonly place: string;
  /** What happened to it, as the rest of a sentence: `may be null`. */
  readonly text: string;
}
