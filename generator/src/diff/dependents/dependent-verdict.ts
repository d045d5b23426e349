import type { Change } from "../change.ts";
import type { Level } from "../level.ts";
import type { SurfaceChange } from "./surface-change.ts";

/** What a change of a client means for the users of a package that builds on it. */
export interface DependentVerdict {
  /** At least `patch`: the package is released with its client. */
  readonly level: Exclude<Level, "none">;
  /**
   * What decided the level. `types`: its public types. `wire`: what the operations it calls take and answer, where no type
   * shows it. `both`: each of them alone would have. `nothing`: neither changes. `errors`: it no longer compiles, and its level
   * is that of the client until it does. `unknown`: it could not be compared, and has the level of the client.
   */
  readonly decidedBy: "types" | "wire" | "both" | "nothing" | "errors" | "unknown";
  /** What changes in its public types. */
  readonly types: readonly SurfaceChange[];
  /** What changes on the wire of the operations it calls, and in no type. */
  readonly wire: readonly Change[];
  /** What no longer compiles, as `path:line:column: message`; for `unknown`, why it could not be compared. */
  readonly errors: readonly string[];
}
