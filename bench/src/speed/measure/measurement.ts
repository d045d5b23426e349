/** One run of a program. */
export interface Measurement {
  readonly seconds: number;
  /** User and system time of the program and all it started; undefined where GNU time is not installed. */
  readonly cpuSeconds: number | undefined;
  /** Of the largest process; undefined where GNU time is not installed. */
  readonly peakMegabytes: number | undefined;
}
