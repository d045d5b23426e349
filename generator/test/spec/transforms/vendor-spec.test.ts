import path from "node:path";
import { expect, test } from "vitest";
import { loadSpec } from "../../../src/pipeline/load-spec.ts";
import type { Finding } from "../../../src/spec/finding.ts";
import { prepareSpec } from "../../../src/spec/transforms/prepare-spec.ts";

const folder = process.env.SAILKIT_SPECS;

/** What reaches the model of a whole API of the vendor. */
async function counts(file: string) {
  const silent = { stage: async <T>(_: string, work: () => T | Promise<T>) => work(), warn: () => {} };
  const spec = path.join(folder ?? "", file);
  const { document } = await loadSpec({ spec, overlay: undefined, allowRefs: [] }, silent);
  const { client, findings } = prepareSpec(document);
  const { operations } = client;
  const having = (name: string) =>
    operations.filter(({ parameters }) => parameters.some((one) => one.in === "query" && one.name === name)).length;
  return {
    operations: operations.length,
    filters: [having("filters"), operations.filter(({ filters }) => filters).length],
    sorters: [having("sorters"), operations.filter(({ sorters }) => sorters).length],
    paged: [having("offset"), operations.filter(({ paging }) => paging).length],
    patches: operations.filter(({ body }) => body?.media.some(({ type }) => type === "application/json-patch+json"))
      .length,
    prose: findings.filter(({ rule }: Finding) => rule === "collection-prose").map(({ message }) => message),
  };
}

test.skipIf(folder === undefined)(
  "the prose of the whole beta API becomes data (set SAILKIT_SPECS to run this)",
  async () => {
    const { prose, ...numbers } = await counts("sailpoint-beta-2026-08-22.json.gz");
    expect(numbers).toEqual({ operations: 559, filters: [86, 86], sorters: [75, 75], paged: [111, 111], patches: 41 });
    expect(prose).toContain('The example compares "completionStatus" with "Success", which its enum does not have.');
    expect(prose).toContain('The example sorts by "populariity", which the description does not list.');
    expect(prose.length).toBe(9);
  },
);

test.skipIf(folder === undefined)("so does that of the v3 API (set SAILKIT_SPECS to run this)", async () => {
  const { prose, ...numbers } = await counts("sailpoint-v3.json.gz");
  expect(numbers).toEqual({ operations: 358, filters: [44, 44], sorters: [32, 32], paged: [56, 56], patches: 28 });
  expect(prose.length).toBe(1);
});
