import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/spec/json.ts";
import { applyOverlay } from "../../../src/spec/overlay/apply-overlay.ts";
import { refusalOf } from "../bundle/refusal-of.ts";

const spec = {
  openapi: "3.0.3",
  paths: {
    "/a": { get: { tags: ["x"], summary: "old", parameters: [{ name: "q" }, { name: "r" }] } },
    "/b": { get: { summary: "b" } },
  },
};
const reason = "Seen on the wire.";

function apply(...actions: JsonObject[]) {
  return applyOverlay(spec, { overlay: "1.0.0", info: { title: "t", version: "1" }, actions });
}

test("updates merge objects, append to arrays and replace the rest; the spec itself is not changed", () => {
  const before = structuredClone(spec);
  const { document, findings } = apply(
    { target: "$.paths['/a'].get", description: reason, update: { summary: "new", tags: ["y"], "x-deep": { z: [1] } } },
    { target: "$.paths['/a'].get.parameters[?@.name == 'q']", description: reason, update: { required: true } },
    { target: "$.paths['/a'].get.parameters", description: reason, update: { name: "s" } },
    { target: "$.paths.*.get", description: reason, update: { deprecated: true } },
  );
  expect(findings).toEqual([]);
  expect(document).toEqual({
    openapi: "3.0.3",
    paths: {
      "/a": {
        get: {
          tags: ["x", "y"],
          summary: "new",
          parameters: [{ name: "q", required: true }, { name: "r" }, { name: "s" }],
          "x-deep": { z: [1] },
          deprecated: true,
        },
      },
      "/b": { get: { summary: "b", deprecated: true } },
    },
  });
  expect(spec).toEqual(before);
});

test("actions run in order, each on the result of the one before", () => {
  const { document } = apply(
    { target: "$.paths['/a'].get.tags", description: reason, remove: true },
    { target: "$.paths['/a'].get", description: reason, update: { tags: ["only"] } },
    { target: "$.paths['/a'].get.parameters[*]", description: reason, remove: true },
    { target: "$..summary", description: reason, remove: true },
  );
  expect(document.paths).toEqual({ "/a": { get: { parameters: [], tags: ["only"] } }, "/b": { get: {} } });
});

test("copy merges one place into others", () => {
  const { document } = applyOverlay(spec, {
    overlay: "1.1.0",
    actions: [{ target: "$.paths['/b']", description: reason, copy: "$.paths['/a']" }],
  });
  expect((document.paths as JsonObject)["/b"]).toEqual(spec.paths["/a"]);
});

test("an action that selects nothing is named, and the rest is applied", () => {
  const { document, findings } = apply(
    { target: "$.paths['/gone'].get", description: reason, update: { summary: "x" } },
    { target: "$.info", description: reason, update: {} },
  );
  expect(document).toEqual(spec);
  expect(findings).toMatchObject([
    {
      severity: "warning",
      rule: "overlay-without-effect",
      pointer: "/actions/0",
      message: expect.stringContaining("$.paths['/gone'].get"),
    },
    { severity: "warning", pointer: "/actions/1" },
  ]);
});

test("extends is ignored with a note", () => {
  const { findings } = applyOverlay(spec, { overlay: "1.0.0", extends: "other.yaml", actions: [] });
  expect(findings).toMatchObject([{ severity: "warning", pointer: "/extends" }]);
});

test("everything wrong with an overlay is reported at once", async () => {
  const refusal = await refusalOf(() =>
    applyOverlay(spec, {
      overlay: "2.0.0",
      actions: [
        { target: "$.paths", update: {} },
        { target: "$.paths[", description: reason, update: {} },
        { description: reason, update: {} },
        { target: "$.paths", description: reason },
        { target: "$.paths", description: reason, update: "text" },
        { target: "$.paths", description: reason, copy: "$.paths.*" },
        "nonsense",
      ],
    }),
  );
  expect(refusal.filter(({ severity }) => severity === "error").map(({ pointer }) => pointer)).toEqual([
    "/overlay",
    "/actions/0",
    "/actions/2",
    "/actions/3",
    "/actions/6",
    "/actions/1/target",
    "/actions/4",
    "/actions/5/copy",
  ]);
});

test("an overlay without actions is refused", async () => {
  expect(await refusalOf(() => applyOverlay(spec, { overlay: "1.0.0" }))).toMatchObject([{ pointer: "/actions" }]);
});

test("H06 an overlay cannot reach prototypes", () => {
  const { document } = apply({
    target: "$.paths['/b'].get",
    description: reason,
    update: JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  });
  expect(JSON.stringify(document)).toContain('"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
