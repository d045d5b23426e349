import { expect, test } from "vitest";
import type { Change } from "../../../src/diff/change.ts";
import { FEW_OPERATIONS } from "../../../src/diff/changeset/list-new-operations.ts";
import { renderChangeset } from "../../../src/diff/changeset/render-changeset.ts";

const change = (id: string, operationId: string): Change => ({
  id,
  level: "minor",
  operationId,
  pointer: `/paths/~1${operationId}/get`,
  message: `${operationId} (GET /${operationId}) is new`,
  lens: "wire",
  in: "new",
  directions: [],
  operations: [operationId],
  todo: "",
});
const added = (count: number) =>
  Array.from({ length: count }, (_, at) => change("operation-added", `${at % 2 ? "get" : "list"}Thing${at}`));
const link = (id: string) => `../client/docs/methods/${id.startsWith("get") ? "one" : "all"}.md#${id.toLowerCase()}`;
const render = (changes: readonly Change[]) => renderChangeset({ changes, name: "@test/client", bump: "minor", link });

test("a few new operations are told one by one, with their requests", () => {
  const text = render(added(FEW_OPERATIONS));
  expect(text.match(/ is new\.$/gm)).toHaveLength(FEW_OPERATIONS);
  expect(text).toContain(
    "- [`listThing0`](../client/docs/methods/all.md#listthing0)\n  - listThing0 (GET /listThing0) is new.",
  );
});

test("many are told by page, after whatever else is new", () => {
  const text = render([change("filter-added", "listOther"), ...added(FEW_OPERATIONS + 1)]);
  expect(text).toMatch(
    /additions?\.\n\n\*\*New\*\*\n\n- \[`listOther`\]\(.+\)\n {2}- listOther .+\n- 11 operations are new:\n/,
  );
  expect(text).toContain("  - [all](../client/docs/methods/all.md): `listThing0`, `listThing2`");
  expect(text).toContain("  - [one](../client/docs/methods/one.md): `getThing1`, `getThing3`");
});

test("without reference pages they are named all the same", () => {
  const text = renderChangeset({ changes: added(11), name: "@test/client", bump: "minor", link: undefined });
  expect(text).toContain("- 11 operations are new:\n  - `listThing0`, `getThing1`, ");
});
