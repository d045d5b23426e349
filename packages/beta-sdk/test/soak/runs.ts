/** How many runs property tests make: a few hundred, or as many as `SAILKIT_RUNS` says. */
export const runs: number = Number(process.env.SAILKIT_RUNS ?? 300);
