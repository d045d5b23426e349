import { rmSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkTarball } from "../src/check-tarball.ts";
import { orderTarballs } from "../src/order-tarballs.ts";
import { packPackage } from "../src/pack-package.ts";
import type { PublishedPackage } from "../src/published-package.ts";
import { readTarball } from "../src/read-tarball.ts";
import { type MadeRepository, madeRepository } from "./made-package.ts";

let made: MadeRepository;
let sdk: PublishedPackage;

beforeEach(() => {
  made = madeRepository();
  sdk = made.packages.find(({ name }) => name === "@sailkit/a-sdk") as PublishedPackage;
});

afterEach(() => made.remove());

const pack = () => packPackage(sdk, { root: made.root, out: path.join(made.root, "out"), versions: made.versions });

test("packages come after those they depend on, and private ones not at all", () => {
  expect(made.packages.map(({ name }) => name)).toEqual(["@sailkit/b-client", "@sailkit/a-sdk"]);
});

test("a tarball holds what it may and no more, the same bytes each time (R01)", async () => {
  const tarball = await pack();
  const files = readTarball(tarball.file);
  expect([...files.keys()].sort()).toEqual([
    "CHANGELOG.md",
    "LICENSE",
    "README.md",
    "dist/deep/two.d.ts",
    "dist/deep/two.js",
    "dist/index.d.ts",
    "dist/index.js",
    "package.json",
  ]);
  expect(JSON.parse(files.get("package.json")?.toString() ?? "")).toMatchObject({
    dependencies: { "@sailkit/b-client": "1.0.0", other: "2.3.4" },
  });
  expect(checkTarball(tarball, sdk, made)).toEqual([]);
  expect(await pack()).toEqual(tarball);
});

describe("a tarball is refused", () => {
  test.each([
    ["for a file that no source makes", "dist/test/index.test.js", "", "dist/test/index.test.js has no business in it"],
    [
      "for a path of this machine",
      "dist/index.js",
      `const here = "${homedir()}/x";`,
      "dist/index.js holds a path of this machine",
    ],
    ["for a token", "dist/index.js", `"npm_${"a".repeat(36)}"`, "dist/index.js holds what looks like a token or a key"],
    ["for what it lacks", "src/new.ts", "", "dist/new.js is missing"],
  ])("%s", async (_, file, text, problem) => {
    made.write(`packages/a-sdk/${file}`, text);
    expect(checkTarball(await pack(), sdk, made)).toContain(`@sailkit/a-sdk@1.0.0: ${problem}.`);
  });

  test("for another version of what it depends on", async () => {
    const versions = new Map([...made.versions, ["@sailkit/b-client", "1.0.1"]]);
    expect(checkTarball(await pack(), sdk, { root: made.root, versions })).toEqual([
      "@sailkit/a-sdk@1.0.0: it depends on @sailkit/b-client 1.0.0, which goes out as 1.0.1.",
    ]);
  });
});

test.each([
  ["dist", "Build it first: pnpm build."],
  ["CHANGELOG.md", "Version the packages first: pnpm run version."],
])("a package without %s is not packed", async (entry, advice) => {
  rmSync(path.join(sdk.folder, entry), { recursive: true });
  await expect(pack()).rejects.toThrow(advice);
});

test("a folder of tarballs must be complete, and of this version", async () => {
  const out = path.join(made.root, "out");
  const tarball = await pack();
  expect(() => orderTarballs(out, made.packages)).toThrow(
    "holds no @sailkit/b-client; one tarball of @sailkit/b-client@1.0.0 is needed",
  );
  expect(orderTarballs(out, [sdk])).toEqual([tarball]);
  expect(() => orderTarballs(out, [{ ...sdk, version: "2.0.0" }])).toThrow(
    "holds @sailkit/a-sdk@1.0.0; one tarball of @sailkit/a-sdk@2.0.0",
  );
});
