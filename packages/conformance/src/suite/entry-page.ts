import { barePlace } from "./bare-place.ts";
import type { Job } from "./job.ts";
import { loadPackages } from "./load-packages.ts";
import { runCases } from "./run-cases.ts";

// What a page loads: the harness calls this function with the job.
Object.assign(globalThis, {
  async runSuite(job: Job) {
    barePlace();
    return runCases(job, await loadPackages());
  },
});
