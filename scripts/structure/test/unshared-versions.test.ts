import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unsharedVersions } from "../unshared-versions.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "sailkit-versions-"));
  write(
    "pnpm-workspace.yaml",
    "packages: [packages/*]\nnodeVersion: 24.1.0\ncatalog:\n  node: 24.1.0\n  both: 1.0.0\n",
  );
  write("package.json", '{ "devDependencies": { "node": "catalog:", "alone": "3.0.0" } }');
  write("packages/a/package.json", '{ "dependencies": { "both": "catalog:", "b": "workspace:*" } }');
  write(
    "packages/b/package.json",
    '{ "dependencies": { "both": "catalog:" }, "peerDependencies": { "b": "workspace:*" } }',
  );
});

afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

test("versions in the catalog, of packages here, and of what one package alone has are well", () => {
  expect(unsharedVersions(root)).toEqual([]);
});

test("a version that stands beside the catalog, or in two packages, is found", () => {
  write("packages/a/package.json", '{ "dependencies": { "both": "1.0.0" }, "devDependencies": { "alone": "3.0.0" } }');
  expect(unsharedVersions(root)).toEqual([
    'package.json has alone at 3.0.0, and another package has it, too: write "catalog:" in both, and the version into pnpm-workspace.yaml.',
    'packages/a/package.json has alone at 3.0.0, and another package has it, too: write "catalog:" in both, and the version into pnpm-workspace.yaml.',
    'packages/a/package.json has both at 1.0.0, and another package has it, too: write "catalog:" in both, and the version into pnpm-workspace.yaml.',
  ]);
});

test("the Node that dependencies are judged against is the one in the catalog", () => {
  write("pnpm-workspace.yaml", "packages: [packages/*]\nnodeVersion: 22.1.0\ncatalog:\n  node: 24.1.0\n");
  expect(unsharedVersions(root)).toEqual([
    "pnpm-workspace.yaml has node at 24.1.0, and nodeVersion 22.1.0: make them equal.",
  ]);
});
