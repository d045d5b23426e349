import { expect, test } from "vitest";
import { publishedManifest } from "../src/published-manifest.ts";

const versions = new Map([["@sailkit/beta-client", "1.2.3"]]);
const manifest = {
  name: "@sailkit/beta-sdk",
  version: "1.0.0",
  scripts: { build: "x" },
  devDependencies: { x: "workspace:*" },
};

test("a package depends on exactly the version of the other that goes out with it (R05)", () => {
  const dependencies = { "@sailkit/beta-client": "workspace:*", other: "^1.0.0" };
  expect(publishedManifest({ ...manifest, dependencies }, versions)).toEqual({
    name: "@sailkit/beta-sdk",
    version: "1.0.0",
    dependencies: { "@sailkit/beta-client": "1.2.3", other: "^1.0.0" },
  });
});

test("a dependency that no registry has is refused", () => {
  expect(() => publishedManifest({ ...manifest, dependencies: { hidden: "workspace:*" } }, versions)).toThrow(
    '@sailkit/beta-sdk depends on hidden by "workspace:*", which no registry can install',
  );
});
