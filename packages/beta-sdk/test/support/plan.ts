import type { ReadPlan } from "../../src/paginate/read-plan.ts";

/** How a list of small pages is read, every default filled in. */
export const PLAN: ReadPlan = {
  operationId: "list",
  limit: 4,
  most: 10,
  offset: 0,
  max: Number.POSITIVE_INFINITY,
  count: true,
  readAhead: 2,
  maxPages: 100,
  overlap: true,
};
