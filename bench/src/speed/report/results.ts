/** Medians of one tool, spec and scenario. */
export interface ScenarioRow {
  readonly spec: string;
  readonly scenario: string;
  readonly tool: string;
  readonly rounds: number;
  readonly seconds: number;
  readonly cpuSeconds: number | undefined;
  readonly peakMegabytes: number | undefined;
  readonly megabytesWritten: number;
  /** Seconds, divided by hey-api's cold run in the same rounds. */
  readonly ratio: number | undefined;
  /** The same of CPU time, which other load on the machine hardly moves. */
  readonly cpuRatio: number | undefined;
}

/** The JVM alone, in a run of sailkit. */
export interface JvmRow {
  readonly spec: string;
  readonly scenario: string;
  /** Undefined where no JVM was started. */
  readonly peakMegabytes: number | undefined;
}

/** A cold run over a spec that was multiplied. */
export interface GrowthRow {
  readonly tool: string;
  readonly operations: number;
  readonly seconds: number;
  readonly cpuSeconds: number | undefined;
  readonly peakMegabytes: number | undefined;
}

/** What a compiler takes for a program that imports a generated client. */
export interface ConsumerRow {
  readonly spec: string;
  readonly compiler: string;
  readonly client: string;
  readonly seconds: number;
  readonly cpuSeconds: number | undefined;
  readonly peakMegabytes: number | undefined;
}

/** Bytes of the declarations of all operations. */
export interface DeclarationRow {
  readonly spec: string;
  readonly written: string;
  readonly bytes: number;
  /** Without documentation comments, which plain inference has none of. */
  readonly bareBytes: number;
}

/** Everything one run of the bench has found. */
export interface SpeedResults {
  readonly rounds: number;
  readonly facts: Readonly<Record<string, string>>;
  readonly scenarios: readonly ScenarioRow[];
  /** Undefined where the system does not tell the memory of other processes. */
  readonly jvm: readonly JvmRow[] | undefined;
  readonly growth: readonly GrowthRow[];
  readonly consumers: readonly ConsumerRow[];
  readonly declarations: readonly DeclarationRow[];
  /** Tools that gave up, each with its last words. */
  readonly failures: readonly string[];
}
