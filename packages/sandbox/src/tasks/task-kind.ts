/** A kind of work that seeded tasks do. `{}` in a text stands for the name of what the task works on. */
export interface TaskKind {
  readonly name: string;
  readonly description: string;
  /** What the definition behind such tasks says of itself. */
  readonly definition: string;
  /** Names that `type` takes, the documented one first. */
  readonly types: readonly string[];
  readonly target: "APPLICATION" | "IDENTITY" | "CAMPAIGN" | null;
  readonly phases: readonly string[];
  /** What it counts: label, name of the attribute, and the usual number. */
  readonly counts: readonly { readonly label: string; readonly attribute: string; readonly most: number }[];
  /** How long it runs at most, in milliseconds. */
  readonly longest: number;
  /** How often this kind is met, compared with the others. */
  readonly weight: number;
}
