import { barePlace } from "./bare-place.ts";
import type { Job } from "./job.ts";
import { loadPackages } from "./load-packages.ts";
import { runCases } from "./run-cases.ts";

// What workerd starts: the job comes as the body of a request, the outcomes go as its answer.
export default {
  async fetch(request: Request): Promise<Response> {
    barePlace();
    return Response.json(await runCases((await request.json()) as Job, await loadPackages()));
  },
};
