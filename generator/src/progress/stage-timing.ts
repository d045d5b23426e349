/** When a stage ran, in milliseconds. Stages may overlap. */
export interface StageTiming {
  readonly name: string;
  /** Since the reporter was made. */
  readonly start: number;
  readonly ms: number;
  readonly ok: boolean;
}
