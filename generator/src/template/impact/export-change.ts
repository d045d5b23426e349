/** What became of something that a package exports. */
export interface ExportChange {
  readonly name: string;
  readonly kind: "removed" | "added" | "retyped" | "rewritten" | "described";
  /** `major`: programs may no longer compile; `minor`: there is more, or it is typed otherwise; `patch`: it is described otherwise. */
  readonly level: "major" | "minor" | "patch";
  readonly message: string;
}
