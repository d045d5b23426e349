import { statSync } from "node:fs";

/** A part of the time of a JVM. */
export interface RunPhase {
  readonly name: "java start" | "parse" | "render";
  /** In ms since 1970. */
  readonly from: number;
  readonly ms: number;
}

/** What is known of a run that has ended. Times are in ms since 1970. */
export interface EndedRun {
  readonly spawned: number;
  /** When it asked for the skeleton, as far as this process was free to notice. */
  readonly asked: number;
  /** When it could have the skeleton. */
  readonly provided: number;
  /** Absolute paths of the files it wrote. */
  readonly files: readonly string[];
}

/**
 * Where the time of a run went: until it asked for its input, from then until its first file, and until its last. The tool
 * tells nothing about itself, but its files have times.
 */
export function runPhases({ spawned, asked, provided, files }: EndedRun): RunPhase[] {
  const written = files.map((file) => statSync(file).mtimeMs);
  const parsing = Math.max(asked, provided);
  const first = Math.max(parsing, Math.min(...written));
  return [
    { name: "java start", from: spawned, ms: asked - spawned },
    { name: "parse", from: parsing, ms: first - parsing },
    { name: "render", from: first, ms: Math.max(first, ...written) - first },
  ];
}
