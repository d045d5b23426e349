import { barePlace } from "./bare-place.ts";
import type { Job } from "./job.ts";
import { loadPackages } from "./load-packages.ts";
import { runCases } from "./run-cases.ts";

// What Node, Bun and Deno start. The job comes as JSON in the first argument, the outcomes go as JSON to the output.
const job = JSON.parse(process.argv[2] ?? "") as Job;
const restore = barePlace();
const outcomes = await runCases(job, await loadPackages());
restore();
console.log(JSON.stringify(outcomes));
