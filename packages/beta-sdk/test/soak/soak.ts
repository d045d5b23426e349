import { startVitest } from "vitest/node";

// Every property and the fault loop, many times over: by hand, before a release. `SAILKIT_RUNS` says how often.
process.env.SAILKIT_RUNS ??= "20000";
const vitest = await startVitest("test", ["test/soak", "test/paginate", "test/filters", "test/patch"], {
  watch: false,
  testTimeout: 3_600_000,
});
await vitest.close();
