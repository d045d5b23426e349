import type { DoctorCheck } from "./doctor-check.ts";

/** All checks, in a fixed order. */
export interface DoctorReport {
  /** True where every check is. */
  readonly ok: boolean;
  readonly checks: readonly DoctorCheck[];
}
