import { expect, test } from "vitest";
import { schemaTypes } from "./schemas/schema-types.ts";

test("a recursive reference leads to the component it stands in", async () => {
  const Filter = {
    $recursiveAnchor: true,
    type: "object",
    properties: { filters: { type: "array", items: { oneOf: [{ type: "string" }, { $recursiveRef: "#" }] } } },
  };
  expect(await schemaTypes({ Filter })).toBe(
    'Filter: {\n    filters?: (string | components["schemas"]["Filter"])[];\n};',
  );
});

test("a dynamic reference leads to the component that has its anchor, and to nothing known without one", async () => {
  const children = { type: "array", items: { $dynamicRef: "#node" } };
  const Tree = { $dynamicAnchor: "node", type: "object", properties: { children, other: { $dynamicRef: "#else" } } };
  expect(await schemaTypes({ Tree })).toBe(
    'Tree: {\n    children?: components["schemas"]["Tree"][];\n    other?: unknown;\n};',
  );
});
