import { availableParallelism } from "node:os";

/** The flag for vitest where two runs at least go on at a time: half of the cores for each. */
export const WORKER_SHARE = `--maxWorkers=${Math.max(1, Math.floor(availableParallelism() / 2))}`;
