/** One thing that `sailkit doctor` looked at. */
export interface DoctorCheck {
  /** Stable id. */
  readonly id: "node" | "pnpm" | "cache" | "disk" | "java" | "jar" | "archive";
  /** Whether it stands in the way of regenerating. */
  readonly ok: boolean;
  /** What was found: one sentence, or the words of the error. */
  readonly detail: string;
  /** What to do next, in one sentence. Always there where `ok` is false and `detail` does not say it already. */
  readonly fix?: string;
}
