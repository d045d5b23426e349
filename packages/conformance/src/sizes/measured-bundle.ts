/** A bundle whose size is watched. Sizes are bytes after gzip, of what loads first. */
export interface MeasuredBundle {
  readonly name: string;
  /** What the program holds, as a user would write it. */
  readonly program: string;
  /** What was promised; undefined where the bundle is there to compare. */
  readonly target?: number;
  /** What it may have: the target, or what it had last where that is more. */
  readonly budget: number;
  /** What it had, the oldest first. */
  readonly history: readonly SizeRecord[];
}

/** A size at a time. */
interface SizeRecord {
  /** `2026-11-24`. */
  readonly date: string;
  readonly bytes: number;
}
