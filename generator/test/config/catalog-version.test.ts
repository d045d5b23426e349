import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { catalogVersion } from "../../src/config/catalog-version.ts";
import { inRepository } from "../../src/config/in-repository.ts";

const root = mkdtempSync(path.join(tmpdir(), "sailkit-catalog-"));
writeFileSync(
  path.join(root, "pnpm-workspace.yaml"),
  'catalog:\n  "@a/b": 1.2.3\ncatalogs:\n  old:\n    typescript: 5.9.3\n',
);
afterAll(() => rmSync(root, { recursive: true }));

test.each([
  ["@a/b", "catalog:", "1.2.3"],
  ["typescript", "catalog:old", "5.9.3"],
  ["other", "^1.0.0", "^1.0.0"],
  ["other", "workspace:*", "workspace:*"],
])("%s at %s is %s", (name, version, expected) => {
  expect(catalogVersion(name, version, root)).toBe(expected);
});

test.each([
  ["typescript", "catalog:"],
  ["@a/b", "catalog:none"],
])("%s at %s, which no catalog has, is refused with the file to mend", (name, version) => {
  expect(() => catalogVersion(name, version, root)).toThrow(
    `depends on ${name} by "${version}", and ${path.join(root, "pnpm-workspace.yaml")} has no ${name} in that catalog`,
  );
});

test("the catalog of this repository has an exact version of Node", () => {
  expect(catalogVersion("node", "catalog:", inRepository(""))).toMatch(/^\d+\.\d+\.\d+$/);
});
