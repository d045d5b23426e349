import { availableParallelism } from "node:os";

/**
 * How many files of tests run side by side, as a value of `VITEST_MAX_WORKERS`. vitest would leave a core to itself, and run all
 * tests one after another on two. Each project of a workspace has a setting of its own: only the environment reaches them all.
 */
export const TEST_WORKERS = String(Math.max(2, availableParallelism() - 1));

/** The same where two runs of tests go on at a time: half of the cores for each. */
export const TEST_WORKERS_OF_TWO = String(Math.max(1, Math.floor(availableParallelism() / 2)));
