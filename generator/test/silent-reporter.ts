import type { Reporter } from "../src/progress/create-reporter.ts";
import type { Finding } from "../src/spec/finding.ts";

/** A reporter that shows nothing. `warn` takes the findings, which are dropped by default. */
export function silentReporter(warn: (finding: Finding) => void = () => {}): Reporter {
  return {
    stage: async (_, work) => work(),
    warn,
    record: () => {},
    summary: () => {},
    fail: () => {},
    timings: () => [],
  };
}
